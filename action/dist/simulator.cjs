const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// node_modules/adm-zip/util/constants.js
var require_constants = __commonJS({
  "node_modules/adm-zip/util/constants.js"(exports2, module2) {
    module2.exports = {
      /* The local file header */
      LOCHDR: 30,
      // LOC header size
      LOCSIG: 67324752,
      // "PK\003\004"
      LOCVER: 4,
      // version needed to extract
      LOCFLG: 6,
      // general purpose bit flag
      LOCHOW: 8,
      // compression method
      LOCTIM: 10,
      // modification time (2 bytes time, 2 bytes date)
      LOCCRC: 14,
      // uncompressed file crc-32 value
      LOCSIZ: 18,
      // compressed size
      LOCLEN: 22,
      // uncompressed size
      LOCNAM: 26,
      // filename length
      LOCEXT: 28,
      // extra field length
      /* The Data descriptor */
      EXTSIG: 134695760,
      // "PK\007\008"
      EXTHDR: 16,
      // EXT header size
      EXTCRC: 4,
      // uncompressed file crc-32 value
      EXTSIZ: 8,
      // compressed size
      EXTLEN: 12,
      // uncompressed size
      /* The central directory file header */
      CENHDR: 46,
      // CEN header size
      CENSIG: 33639248,
      // "PK\001\002"
      CENVEM: 4,
      // version made by
      CENVER: 6,
      // version needed to extract
      CENFLG: 8,
      // encrypt, decrypt flags
      CENHOW: 10,
      // compression method
      CENTIM: 12,
      // modification time (2 bytes time, 2 bytes date)
      CENCRC: 16,
      // uncompressed file crc-32 value
      CENSIZ: 20,
      // compressed size
      CENLEN: 24,
      // uncompressed size
      CENNAM: 28,
      // filename length
      CENEXT: 30,
      // extra field length
      CENCOM: 32,
      // file comment length
      CENDSK: 34,
      // volume number start
      CENATT: 36,
      // internal file attributes
      CENATX: 38,
      // external file attributes (host system dependent)
      CENOFF: 42,
      // LOC header offset
      /* The entries in the end of central directory */
      ENDHDR: 22,
      // END header size
      ENDSIG: 101010256,
      // "PK\005\006"
      ENDSUB: 8,
      // number of entries on this disk
      ENDTOT: 10,
      // total number of entries
      ENDSIZ: 12,
      // central directory size in bytes
      ENDOFF: 16,
      // offset of first CEN header
      ENDCOM: 20,
      // zip file comment length
      END64HDR: 20,
      // zip64 END header size
      END64SIG: 117853008,
      // zip64 Locator signature, "PK\006\007"
      END64START: 4,
      // number of the disk with the start of the zip64
      END64OFF: 8,
      // relative offset of the zip64 end of central directory
      END64NUMDISKS: 16,
      // total number of disks
      ZIP64SIG: 101075792,
      // zip64 signature, "PK\006\006"
      ZIP64HDR: 56,
      // zip64 record minimum size
      ZIP64LEAD: 12,
      // leading bytes at the start of the record, not counted by the value stored in ZIP64SIZE
      ZIP64SIZE: 4,
      // zip64 size of the central directory record
      ZIP64VEM: 12,
      // zip64 version made by
      ZIP64VER: 14,
      // zip64 version needed to extract
      ZIP64DSK: 16,
      // zip64 number of this disk
      ZIP64DSKDIR: 20,
      // number of the disk with the start of the record directory
      ZIP64SUB: 24,
      // number of entries on this disk
      ZIP64TOT: 32,
      // total number of entries
      ZIP64SIZB: 40,
      // zip64 central directory size in bytes
      ZIP64OFF: 48,
      // offset of start of central directory with respect to the starting disk number
      ZIP64EXTRA: 56,
      // extensible data sector
      /* Compression methods */
      STORED: 0,
      // no compression
      SHRUNK: 1,
      // shrunk
      REDUCED1: 2,
      // reduced with compression factor 1
      REDUCED2: 3,
      // reduced with compression factor 2
      REDUCED3: 4,
      // reduced with compression factor 3
      REDUCED4: 5,
      // reduced with compression factor 4
      IMPLODED: 6,
      // imploded
      // 7 reserved for Tokenizing compression algorithm
      DEFLATED: 8,
      // deflated
      ENHANCED_DEFLATED: 9,
      // enhanced deflated
      PKWARE: 10,
      // PKWare DCL imploded
      // 11 reserved by PKWARE
      BZIP2: 12,
      //  compressed using BZIP2
      // 13 reserved by PKWARE
      LZMA: 14,
      // LZMA
      // 15-17 reserved by PKWARE
      IBM_TERSE: 18,
      // compressed using IBM TERSE
      IBM_LZ77: 19,
      // IBM LZ77 z
      AES_ENCRYPT: 99,
      // WinZIP AES encryption method
      /* General purpose bit flag */
      // values can obtained with expression 2**bitnr
      FLG_ENC: 1,
      // Bit 0: encrypted file
      FLG_COMP1: 2,
      // Bit 1, compression option
      FLG_COMP2: 4,
      // Bit 2, compression option
      FLG_DESC: 8,
      // Bit 3, data descriptor
      FLG_ENH: 16,
      // Bit 4, enhanced deflating
      FLG_PATCH: 32,
      // Bit 5, indicates that the file is compressed patched data.
      FLG_STR: 64,
      // Bit 6, strong encryption (patented)
      // Bits 7-10: Currently unused.
      FLG_EFS: 2048,
      // Bit 11: Language encoding flag (EFS)
      // Bit 12: Reserved by PKWARE for enhanced compression.
      // Bit 13: encrypted the Central Directory (patented).
      // Bits 14-15: Reserved by PKWARE.
      FLG_MSK: 4096,
      // mask header values
      /* Load type */
      FILE: 2,
      BUFFER: 1,
      NONE: 0,
      /* 4.5 Extensible data fields */
      EF_ID: 0,
      EF_SIZE: 2,
      /* Header IDs */
      ID_ZIP64: 1,
      ID_AVINFO: 7,
      ID_PFS: 8,
      ID_OS2: 9,
      ID_NTFS: 10,
      ID_OPENVMS: 12,
      ID_UNIX: 13,
      ID_FORK: 14,
      ID_PATCH: 15,
      ID_X509_PKCS7: 20,
      ID_X509_CERTID_F: 21,
      ID_X509_CERTID_C: 22,
      ID_STRONGENC: 23,
      ID_RECORD_MGT: 24,
      ID_X509_PKCS7_RL: 25,
      ID_IBM1: 101,
      ID_IBM2: 102,
      ID_POSZIP: 18064,
      EF_ZIP64_OR_32: 4294967295,
      EF_ZIP64_OR_16: 65535,
      EF_ZIP64_SUNCOMP: 0,
      EF_ZIP64_SCOMP: 8,
      EF_ZIP64_RHO: 16,
      EF_ZIP64_DSN: 24
    };
  }
});

// node_modules/adm-zip/util/errors.js
var require_errors = __commonJS({
  "node_modules/adm-zip/util/errors.js"(exports2) {
    var errors = {
      /* Header error messages */
      INVALID_LOC: "Invalid LOC header (bad signature)",
      INVALID_CEN: "Invalid CEN header (bad signature)",
      INVALID_END: "Invalid END header (bad signature)",
      /* Descriptor */
      DESCRIPTOR_NOT_EXIST: "No descriptor present",
      DESCRIPTOR_UNKNOWN: "Unknown descriptor format",
      DESCRIPTOR_FAULTY: "Descriptor data is malformed",
      /* ZipEntry error messages*/
      NO_DATA: "Nothing to decompress",
      BAD_CRC: "CRC32 checksum failed {0}",
      MAX_OUTPUT_EXCEEDED: "Decompressed data exceeds the declared uncompressed size",
      FILE_IN_THE_WAY: "There is a file in the way: {0}",
      UNKNOWN_METHOD: "Invalid/unsupported compression method",
      /* Inflater error messages */
      AVAIL_DATA: "inflate::Available inflate data did not terminate",
      INVALID_DISTANCE: "inflate::Invalid literal/length or distance code in fixed or dynamic block",
      TO_MANY_CODES: "inflate::Dynamic block code description: too many length or distance codes",
      INVALID_REPEAT_LEN: "inflate::Dynamic block code description: repeat more than specified lengths",
      INVALID_REPEAT_FIRST: "inflate::Dynamic block code description: repeat lengths with no first length",
      INCOMPLETE_CODES: "inflate::Dynamic block code description: code lengths codes incomplete",
      INVALID_DYN_DISTANCE: "inflate::Dynamic block code description: invalid distance code lengths",
      INVALID_CODES_LEN: "inflate::Dynamic block code description: invalid literal/length code lengths",
      INVALID_STORE_BLOCK: "inflate::Stored block length did not match one's complement",
      INVALID_BLOCK_TYPE: "inflate::Invalid block type (type == 3)",
      /* ADM-ZIP error messages */
      CANT_EXTRACT_FILE: "Could not extract the file",
      CANT_OVERRIDE: "Target file already exists",
      DISK_ENTRY_TOO_LARGE: "Number of disk entries is too large",
      NO_ZIP: "No zip file was loaded",
      NO_ENTRY: "Entry doesn't exist",
      DUPLICATE_ENTRY: "Duplicate entry name {0}",
      DIRECTORY_CONTENT_ERROR: "A directory cannot have content",
      FILE_NOT_FOUND: 'File not found: "{0}"',
      NOT_IMPLEMENTED: "Not implemented",
      INVALID_FILENAME: "Invalid filename",
      INVALID_FORMAT: "Invalid or unsupported zip format. No END header found",
      ZIP64_VALUE_TOO_LARGE: "Zip64 value exceeds the maximum safe integer",
      INVALID_PASS_PARAM: "Incompatible password parameter",
      WRONG_PASSWORD: "Wrong Password",
      /* ADM-ZIP */
      COMMENT_TOO_LONG: "Comment is too long",
      // Comment can be max 65535 bytes long (NOTE: some non-US characters may take more space)
      EXTRA_FIELD_PARSE_ERROR: "Extra field parsing error"
    };
    function E(message) {
      return function(...args) {
        if (args.length) {
          message = message.replace(/\{(\d)\}/g, (_, n) => args[n] || "");
        }
        return new Error("ADM-ZIP: " + message);
      };
    }
    for (const msg of Object.keys(errors)) {
      exports2[msg] = E(errors[msg]);
    }
  }
});

// node_modules/adm-zip/util/utils.js
var require_utils = __commonJS({
  "node_modules/adm-zip/util/utils.js"(exports2, module2) {
    var fsystem = require("fs");
    var pth = require("path");
    var Constants = require_constants();
    var Errors = require_errors();
    var isWin = typeof process === "object" && "win32" === process.platform;
    var is_Obj = (obj) => typeof obj === "object" && obj !== null;
    var crcTable = new Uint32Array(256).map((t, c) => {
      for (let k = 0; k < 8; k++) {
        if ((c & 1) !== 0) {
          c = 3988292384 ^ c >>> 1;
        } else {
          c >>>= 1;
        }
      }
      return c >>> 0;
    });
    function Utils(opts) {
      this.sep = pth.sep;
      this.fs = fsystem;
      if (is_Obj(opts)) {
        if (is_Obj(opts.fs) && typeof opts.fs.statSync === "function") {
          this.fs = opts.fs;
        }
      }
    }
    module2.exports = Utils;
    Utils.prototype.makeDir = function(folder) {
      const self = this;
      function mkdirSync(fpath) {
        let resolvedPath = fpath.split(self.sep)[0];
        fpath.split(self.sep).forEach(function(name) {
          if (!name || name.substr(-1, 1) === ":") return;
          resolvedPath += self.sep + name;
          var stat;
          try {
            stat = self.fs.statSync(resolvedPath);
          } catch (e) {
            if (e.message && e.message.startsWith("ENOENT")) {
              self.fs.mkdirSync(resolvedPath);
            } else {
              throw e;
            }
          }
          if (stat && stat.isFile()) throw Errors.FILE_IN_THE_WAY(`"${resolvedPath}"`);
        });
      }
      mkdirSync(folder);
    };
    Utils.prototype.writeFileTo = function(path, content, overwrite, attr) {
      const self = this;
      if (self.fs.existsSync(path)) {
        if (!overwrite) return false;
        var stat = self.fs.statSync(path);
        if (stat.isDirectory()) {
          return false;
        }
      }
      var folder = pth.dirname(path);
      if (!self.fs.existsSync(folder)) {
        self.makeDir(folder);
      }
      var fd;
      try {
        fd = self.fs.openSync(path, "w", 438);
      } catch (e) {
        self.fs.chmodSync(path, 438);
        fd = self.fs.openSync(path, "w", 438);
      }
      if (fd) {
        try {
          self.fs.writeSync(fd, content, 0, content.length, 0);
        } finally {
          self.fs.closeSync(fd);
        }
      }
      self.fs.chmodSync(path, attr || 438);
      return true;
    };
    Utils.prototype.writeFileToAsync = function(path, content, overwrite, attr, callback) {
      if (typeof attr === "function") {
        callback = attr;
        attr = void 0;
      }
      const self = this;
      self.fs.exists(path, function(exist) {
        if (exist && !overwrite) return callback(false);
        self.fs.stat(path, function(err, stat) {
          if (exist && stat && stat.isDirectory()) {
            return callback(false);
          }
          var folder = pth.dirname(path);
          self.fs.exists(folder, function(exists) {
            if (!exists) {
              try {
                self.makeDir(folder);
              } catch (e) {
                return callback(false);
              }
            }
            const writeToFd = function(fd) {
              self.fs.write(fd, content, 0, content.length, 0, function(writeErr) {
                self.fs.close(fd, function() {
                  if (writeErr) return callback(false);
                  self.fs.chmod(path, attr || 438, function() {
                    callback(true);
                  });
                });
              });
            };
            self.fs.open(path, "w", 438, function(err2, fd) {
              if (err2) {
                self.fs.chmod(path, 438, function() {
                  self.fs.open(path, "w", 438, function(retryErr, fd2) {
                    if (retryErr || !fd2) return callback(false);
                    writeToFd(fd2);
                  });
                });
              } else if (fd) {
                writeToFd(fd);
              } else {
                callback(false);
              }
            });
          });
        });
      });
    };
    Utils.prototype.assertPathSafe = function(root, target) {
      const self = this;
      if (typeof self.fs.lstatSync !== "function") return;
      const resolvedRoot = pth.resolve(root);
      const resolvedTarget = pth.resolve(target);
      if (resolvedTarget === resolvedRoot) return;
      const rel = pth.relative(resolvedRoot, resolvedTarget);
      if (!rel || rel === ".." || rel.startsWith(".." + pth.sep) || pth.isAbsolute(rel)) return;
      let cur = resolvedRoot;
      for (const part of rel.split(pth.sep)) {
        if (!part || part === ".") continue;
        cur = pth.join(cur, part);
        let stat;
        try {
          stat = self.fs.lstatSync(cur);
        } catch (e) {
          break;
        }
        if (stat.isSymbolicLink()) throw Errors.FILE_IN_THE_WAY(`"${cur}"`);
      }
    };
    Utils.prototype.findFiles = function(path) {
      const self = this;
      const canLstat = typeof self.fs.lstatSync === "function";
      const rootReal = self.fs.realpathSync(path);
      function escapesRoot(p) {
        if (!canLstat) return false;
        if (!self.fs.lstatSync(p).isSymbolicLink()) return false;
        let real;
        try {
          real = self.fs.realpathSync(p);
        } catch (e) {
          return true;
        }
        return !(real === rootReal || real.startsWith(rootReal + pth.sep));
      }
      function findSync(dir, pattern, recursive2, visited) {
        if (typeof pattern === "boolean") {
          recursive2 = pattern;
          pattern = void 0;
        }
        let files = [];
        self.fs.readdirSync(dir).forEach(function(file) {
          const path2 = pth.join(dir, file);
          if (escapesRoot(path2)) return;
          const stat = self.fs.statSync(path2);
          if (!pattern || pattern.test(path2)) {
            files.push(pth.normalize(path2) + (stat.isDirectory() ? self.sep : ""));
          }
          if (stat.isDirectory() && recursive2) {
            const realDir = self.fs.realpathSync(path2);
            if (!visited.has(realDir)) {
              visited.add(realDir);
              files = files.concat(findSync(path2, pattern, recursive2, visited));
            }
          }
        });
        return files;
      }
      return findSync(path, void 0, true, /* @__PURE__ */ new Set([rootReal]));
    };
    Utils.prototype.findFilesAsync = function(dir, cb) {
      const self = this;
      const results = [];
      let finished = false;
      const finish = function(err) {
        if (finished) return;
        finished = true;
        cb(err, err ? void 0 : results);
      };
      const canLstat = typeof self.fs.lstat === "function";
      let rootReal = null;
      const escapesRoot = function(file, cb2) {
        if (!canLstat) return cb2(null, false);
        self.fs.lstat(file, function(err, lst) {
          if (err) return cb2(err);
          if (!lst || !lst.isSymbolicLink()) return cb2(null, false);
          self.fs.realpath(file, function(err2, real) {
            if (err2) return cb2(null, true);
            cb2(null, !(real === rootReal || real.startsWith(rootReal + pth.sep)));
          });
        });
      };
      const walk = function(dir2, visited, done) {
        self.fs.readdir(dir2, function(err, list) {
          if (err) return done(err);
          let pending = list.length;
          if (!pending) return done();
          list.forEach(function(name) {
            const file = pth.join(dir2, name);
            escapesRoot(file, function(err2, escapes) {
              if (err2) return done(err2);
              if (escapes) {
                if (!--pending) done();
                return;
              }
              self.fs.stat(file, function(err3, stat) {
                if (err3) return done(err3);
                if (!stat) {
                  if (!--pending) done();
                  return;
                }
                results.push(pth.normalize(file) + (stat.isDirectory() ? self.sep : ""));
                if (!stat.isDirectory()) {
                  if (!--pending) done();
                  return;
                }
                self.fs.realpath(file, function(err4, realDir) {
                  if (err4) return done(err4);
                  if (visited.has(realDir)) {
                    if (!--pending) done();
                    return;
                  }
                  visited.add(realDir);
                  walk(file, visited, function(err5) {
                    if (err5) return done(err5);
                    if (!--pending) done();
                  });
                });
              });
            });
          });
        });
      };
      self.fs.realpath(dir, function(err, realDir) {
        if (err) return finish(err);
        rootReal = realDir;
        walk(dir, /* @__PURE__ */ new Set([realDir]), finish);
      });
    };
    Utils.prototype.getAttributes = function() {
    };
    Utils.prototype.setAttributes = function() {
    };
    Utils.crc32update = function(crc, byte) {
      return crcTable[(crc ^ byte) & 255] ^ crc >>> 8;
    };
    Utils.crc32 = function(buf) {
      if (typeof buf === "string") {
        buf = Buffer.from(buf, "utf8");
      }
      let len = buf.length;
      let crc = ~0;
      for (let off = 0; off < len; ) crc = Utils.crc32update(crc, buf[off++]);
      return ~crc >>> 0;
    };
    Utils.methodToString = function(method) {
      switch (method) {
        case Constants.STORED:
          return "STORED (" + method + ")";
        case Constants.DEFLATED:
          return "DEFLATED (" + method + ")";
        default:
          return "UNSUPPORTED (" + method + ")";
      }
    };
    Utils.canonical = function(path) {
      if (!path) return "";
      const safeSuffix = pth.posix.normalize("/" + path.split("\\").join("/"));
      return pth.join(".", safeSuffix);
    };
    Utils.zipnamefix = function(path) {
      if (!path) return "";
      const safeSuffix = pth.posix.normalize("/" + path.split("\\").join("/"));
      return pth.posix.join(".", safeSuffix);
    };
    Utils.findLast = function(arr, callback) {
      if (!Array.isArray(arr)) throw new TypeError("arr is not array");
      const len = arr.length >>> 0;
      for (let i = len - 1; i >= 0; i--) {
        if (callback(arr[i], i, arr)) {
          return arr[i];
        }
      }
      return void 0;
    };
    Utils.sanitize = function(prefix, name) {
      prefix = pth.resolve(pth.normalize(prefix));
      var parts = name.split("/");
      for (var i = 0, l = parts.length; i < l; i++) {
        var path = pth.normalize(pth.join(prefix, parts.slice(i, l).join(pth.sep)));
        if (path === prefix || path.startsWith(prefix + pth.sep)) {
          return path;
        }
      }
      return pth.normalize(pth.join(prefix, pth.basename(name)));
    };
    Utils.toBuffer = function toBuffer(input, encoder) {
      if (Buffer.isBuffer(input)) {
        return input;
      } else if (input instanceof Uint8Array) {
        return Buffer.from(input);
      } else {
        return typeof input === "string" ? encoder(input) : Buffer.alloc(0);
      }
    };
    Utils.readBigUInt64LE = function(buffer, index) {
      const lo = buffer.readUInt32LE(index);
      const hi = buffer.readUInt32LE(index + 4);
      const value = hi * 4294967296 + lo;
      if (value > Number.MAX_SAFE_INTEGER) {
        throw Errors.ZIP64_VALUE_TOO_LARGE();
      }
      return value;
    };
    Utils.writeBigUInt64LE = function(buffer, value, index) {
      const lo = value >>> 0;
      const hi = Math.floor(value / 4294967296) >>> 0;
      buffer.writeUInt32LE(lo, index);
      buffer.writeUInt32LE(hi, index + 4);
    };
    Utils.fromDOS2Date = function(val) {
      return new Date((val >> 25 & 127) + 1980, Math.max((val >> 21 & 15) - 1, 0), Math.max(val >> 16 & 31, 1), val >> 11 & 31, val >> 5 & 63, (val & 31) << 1);
    };
    Utils.fromDate2DOS = function(val) {
      let date3 = 0;
      let time3 = 0;
      if (val.getFullYear() > 1979) {
        date3 = (val.getFullYear() - 1980 & 127) << 9 | val.getMonth() + 1 << 5 | val.getDate();
        time3 = val.getHours() << 11 | val.getMinutes() << 5 | val.getSeconds() >> 1;
      }
      return date3 << 16 | time3;
    };
    Utils.isWin = isWin;
    Utils.crcTable = crcTable;
  }
});

// node_modules/adm-zip/util/fattr.js
var require_fattr = __commonJS({
  "node_modules/adm-zip/util/fattr.js"(exports2, module2) {
    var pth = require("path");
    module2.exports = function(path, { fs }) {
      var _path = path || "", _obj = newAttr(), _stat = null;
      function newAttr() {
        return {
          directory: false,
          readonly: false,
          hidden: false,
          executable: false,
          mtime: 0,
          atime: 0
        };
      }
      if (_path && fs.existsSync(_path)) {
        _stat = fs.statSync(_path);
        _obj.directory = _stat.isDirectory();
        _obj.mtime = _stat.mtime;
        _obj.atime = _stat.atime;
        _obj.executable = (73 & _stat.mode) !== 0;
        _obj.readonly = (128 & _stat.mode) === 0;
        _obj.hidden = pth.basename(_path)[0] === ".";
      } else {
        console.warn("Invalid path: " + _path);
      }
      return {
        get directory() {
          return _obj.directory;
        },
        get readOnly() {
          return _obj.readonly;
        },
        get hidden() {
          return _obj.hidden;
        },
        get mtime() {
          return _obj.mtime;
        },
        get atime() {
          return _obj.atime;
        },
        get executable() {
          return _obj.executable;
        },
        decodeAttributes: function() {
        },
        encodeAttributes: function() {
        },
        toJSON: function() {
          return {
            path: _path,
            isDirectory: _obj.directory,
            isReadOnly: _obj.readonly,
            isHidden: _obj.hidden,
            isExecutable: _obj.executable,
            mTime: _obj.mtime,
            aTime: _obj.atime
          };
        },
        toString: function() {
          return JSON.stringify(this.toJSON(), null, "	");
        }
      };
    };
  }
});

// node_modules/adm-zip/util/decoder.js
var require_decoder = __commonJS({
  "node_modules/adm-zip/util/decoder.js"(exports2, module2) {
    module2.exports = {
      efs: true,
      encode: (data) => Buffer.from(data, "utf8"),
      decode: (data) => data.toString("utf8")
    };
  }
});

// node_modules/adm-zip/util/index.js
var require_util = __commonJS({
  "node_modules/adm-zip/util/index.js"(exports2, module2) {
    module2.exports = require_utils();
    module2.exports.Constants = require_constants();
    module2.exports.Errors = require_errors();
    module2.exports.FileAttr = require_fattr();
    module2.exports.decoder = require_decoder();
  }
});

// node_modules/adm-zip/headers/entryHeader.js
var require_entryHeader = __commonJS({
  "node_modules/adm-zip/headers/entryHeader.js"(exports2, module2) {
    var Utils = require_util();
    var Constants = Utils.Constants;
    module2.exports = function() {
      var _verMade = 20, _version = 10, _flags = 0, _method = 0, _time = 0, _crc = 0, _compressedSize = 0, _size2 = 0, _fnameLen = 0, _extraLen = 0, _comLen = 0, _diskStart = 0, _inattr = 0, _attr = 0, _offset = 0;
      _verMade |= Utils.isWin ? 2560 : 768;
      _flags |= Constants.FLG_EFS;
      const _localHeader = {
        extraLen: 0
      };
      const uint32 = (val) => Math.max(0, val) >>> 0;
      const uint16 = (val) => Math.max(0, val) & 65535;
      const uint8 = (val) => Math.max(0, val) & 255;
      _time = Utils.fromDate2DOS(/* @__PURE__ */ new Date());
      return {
        get made() {
          return _verMade;
        },
        set made(val) {
          _verMade = val;
        },
        get version() {
          return _version;
        },
        set version(val) {
          _version = val;
        },
        get flags() {
          return _flags;
        },
        set flags(val) {
          _flags = val;
        },
        get flags_efs() {
          return (_flags & Constants.FLG_EFS) > 0;
        },
        set flags_efs(val) {
          if (val) {
            _flags |= Constants.FLG_EFS;
          } else {
            _flags &= ~Constants.FLG_EFS;
          }
        },
        get flags_desc() {
          return (_flags & Constants.FLG_DESC) > 0;
        },
        set flags_desc(val) {
          if (val) {
            _flags |= Constants.FLG_DESC;
          } else {
            _flags &= ~Constants.FLG_DESC;
          }
        },
        get method() {
          return _method;
        },
        set method(val) {
          switch (val) {
            case Constants.STORED:
              this.version = 10;
              break;
            case Constants.DEFLATED:
            default:
              this.version = 20;
          }
          _method = val;
        },
        get time() {
          return Utils.fromDOS2Date(this.timeval);
        },
        set time(val) {
          val = new Date(val);
          this.timeval = Utils.fromDate2DOS(val);
        },
        get timeval() {
          return _time;
        },
        set timeval(val) {
          _time = uint32(val);
        },
        get timeHighByte() {
          return uint8(_time >>> 8);
        },
        get crc() {
          return _crc;
        },
        set crc(val) {
          _crc = uint32(val);
        },
        get compressedSize() {
          return _compressedSize;
        },
        set compressedSize(val) {
          _compressedSize = uint32(val);
        },
        get size() {
          return _size2;
        },
        set size(val) {
          _size2 = uint32(val);
        },
        get fileNameLength() {
          return _fnameLen;
        },
        set fileNameLength(val) {
          _fnameLen = val;
        },
        get extraLength() {
          return _extraLen;
        },
        set extraLength(val) {
          _extraLen = val;
        },
        get extraLocalLength() {
          return _localHeader.extraLen;
        },
        set extraLocalLength(val) {
          _localHeader.extraLen = val;
        },
        get commentLength() {
          return _comLen;
        },
        set commentLength(val) {
          _comLen = val;
        },
        get diskNumStart() {
          return _diskStart;
        },
        set diskNumStart(val) {
          _diskStart = uint32(val);
        },
        get inAttr() {
          return _inattr;
        },
        set inAttr(val) {
          _inattr = uint32(val);
        },
        get attr() {
          return _attr;
        },
        set attr(val) {
          _attr = uint32(val);
        },
        // get Unix file permissions
        get fileAttr() {
          return (_attr || 0) >> 16 & 511;
        },
        get offset() {
          return _offset;
        },
        set offset(val) {
          _offset = uint32(val);
        },
        get encrypted() {
          return (_flags & Constants.FLG_ENC) === Constants.FLG_ENC;
        },
        get centralHeaderSize() {
          return Constants.CENHDR + _fnameLen + _extraLen + _comLen;
        },
        get realDataOffset() {
          return _offset + Constants.LOCHDR + _localHeader.fnameLen + _localHeader.extraLen;
        },
        get localHeader() {
          return _localHeader;
        },
        loadLocalHeaderFromBinary: function(input) {
          if (_offset < 0 || _offset + Constants.LOCHDR > input.length) {
            throw Utils.Errors.INVALID_LOC();
          }
          var data = input.slice(_offset, _offset + Constants.LOCHDR);
          if (data.readUInt32LE(0) !== Constants.LOCSIG) {
            throw Utils.Errors.INVALID_LOC();
          }
          _localHeader.version = data.readUInt16LE(Constants.LOCVER);
          _localHeader.flags = data.readUInt16LE(Constants.LOCFLG);
          _localHeader.flags_desc = (_localHeader.flags & Constants.FLG_DESC) > 0;
          _localHeader.method = data.readUInt16LE(Constants.LOCHOW);
          _localHeader.time = data.readUInt32LE(Constants.LOCTIM);
          _localHeader.crc = data.readUInt32LE(Constants.LOCCRC);
          _localHeader.compressedSize = data.readUInt32LE(Constants.LOCSIZ);
          _localHeader.size = data.readUInt32LE(Constants.LOCLEN);
          _localHeader.fnameLen = data.readUInt16LE(Constants.LOCNAM);
          _localHeader.extraLen = data.readUInt16LE(Constants.LOCEXT);
          const extraStart = _offset + Constants.LOCHDR + _localHeader.fnameLen;
          const extraEnd = extraStart + _localHeader.extraLen;
          return input.slice(extraStart, extraEnd);
        },
        loadFromBinary: function(data) {
          if (data.length !== Constants.CENHDR || data.readUInt32LE(0) !== Constants.CENSIG) {
            throw Utils.Errors.INVALID_CEN();
          }
          _verMade = data.readUInt16LE(Constants.CENVEM);
          _version = data.readUInt16LE(Constants.CENVER);
          _flags = data.readUInt16LE(Constants.CENFLG);
          _method = data.readUInt16LE(Constants.CENHOW);
          _time = data.readUInt32LE(Constants.CENTIM);
          _crc = data.readUInt32LE(Constants.CENCRC);
          _compressedSize = data.readUInt32LE(Constants.CENSIZ);
          _size2 = data.readUInt32LE(Constants.CENLEN);
          _fnameLen = data.readUInt16LE(Constants.CENNAM);
          _extraLen = data.readUInt16LE(Constants.CENEXT);
          _comLen = data.readUInt16LE(Constants.CENCOM);
          _diskStart = data.readUInt16LE(Constants.CENDSK);
          _inattr = data.readUInt16LE(Constants.CENATT);
          _attr = data.readUInt32LE(Constants.CENATX);
          _offset = data.readUInt32LE(Constants.CENOFF);
        },
        localHeaderToBinary: function() {
          var data = Buffer.alloc(Constants.LOCHDR);
          data.writeUInt32LE(Constants.LOCSIG, 0);
          data.writeUInt16LE(_version, Constants.LOCVER);
          data.writeUInt16LE(_flags & ~Constants.FLG_DESC, Constants.LOCFLG);
          data.writeUInt16LE(_method, Constants.LOCHOW);
          data.writeUInt32LE(_time, Constants.LOCTIM);
          data.writeUInt32LE(_crc, Constants.LOCCRC);
          data.writeUInt32LE(_compressedSize, Constants.LOCSIZ);
          data.writeUInt32LE(_size2, Constants.LOCLEN);
          data.writeUInt16LE(_fnameLen, Constants.LOCNAM);
          data.writeUInt16LE(_localHeader.extraLen, Constants.LOCEXT);
          return data;
        },
        centralHeaderToBinary: function() {
          var data = Buffer.alloc(Constants.CENHDR + _fnameLen + _extraLen + _comLen);
          data.writeUInt32LE(Constants.CENSIG, 0);
          data.writeUInt16LE(_verMade, Constants.CENVEM);
          data.writeUInt16LE(_version, Constants.CENVER);
          data.writeUInt16LE(_flags & ~Constants.FLG_DESC, Constants.CENFLG);
          data.writeUInt16LE(_method, Constants.CENHOW);
          data.writeUInt32LE(_time, Constants.CENTIM);
          data.writeUInt32LE(_crc, Constants.CENCRC);
          data.writeUInt32LE(_compressedSize, Constants.CENSIZ);
          data.writeUInt32LE(_size2, Constants.CENLEN);
          data.writeUInt16LE(_fnameLen, Constants.CENNAM);
          data.writeUInt16LE(_extraLen, Constants.CENEXT);
          data.writeUInt16LE(_comLen, Constants.CENCOM);
          data.writeUInt16LE(_diskStart, Constants.CENDSK);
          data.writeUInt16LE(_inattr, Constants.CENATT);
          data.writeUInt32LE(_attr, Constants.CENATX);
          data.writeUInt32LE(_offset, Constants.CENOFF);
          return data;
        },
        toJSON: function() {
          const bytes = function(nr) {
            return nr + " bytes";
          };
          return {
            made: _verMade,
            version: _version,
            flags: _flags,
            method: Utils.methodToString(_method),
            time: this.time,
            crc: "0x" + _crc.toString(16).toUpperCase(),
            compressedSize: bytes(_compressedSize),
            size: bytes(_size2),
            fileNameLength: bytes(_fnameLen),
            extraLength: bytes(_extraLen),
            commentLength: bytes(_comLen),
            diskNumStart: _diskStart,
            inAttr: _inattr,
            attr: _attr,
            offset: _offset,
            centralHeaderSize: bytes(Constants.CENHDR + _fnameLen + _extraLen + _comLen)
          };
        },
        toString: function() {
          return JSON.stringify(this.toJSON(), null, "	");
        }
      };
    };
  }
});

// node_modules/adm-zip/headers/mainHeader.js
var require_mainHeader = __commonJS({
  "node_modules/adm-zip/headers/mainHeader.js"(exports2, module2) {
    var Utils = require_util();
    var Constants = Utils.Constants;
    module2.exports = function() {
      var _volumeEntries = 0, _totalEntries = 0, _size2 = 0, _offset = 0, _commentLength = 0;
      const needsZip64 = () => _volumeEntries > Constants.EF_ZIP64_OR_16 || _totalEntries > Constants.EF_ZIP64_OR_16 || _size2 > Constants.EF_ZIP64_OR_32 || _offset > Constants.EF_ZIP64_OR_32;
      return {
        get diskEntries() {
          return _volumeEntries;
        },
        set diskEntries(val) {
          _volumeEntries = _totalEntries = val;
        },
        get totalEntries() {
          return _totalEntries;
        },
        set totalEntries(val) {
          _totalEntries = _volumeEntries = val;
        },
        get size() {
          return _size2;
        },
        set size(val) {
          _size2 = val;
        },
        get offset() {
          return _offset;
        },
        set offset(val) {
          _offset = val;
        },
        get commentLength() {
          return _commentLength;
        },
        set commentLength(val) {
          _commentLength = val;
        },
        get mainHeaderSize() {
          return (needsZip64() ? Constants.ZIP64HDR + Constants.END64HDR : 0) + Constants.ENDHDR + _commentLength;
        },
        loadFromBinary: function(data) {
          if ((data.length !== Constants.ENDHDR || data.readUInt32LE(0) !== Constants.ENDSIG) && (data.length < Constants.ZIP64HDR || data.readUInt32LE(0) !== Constants.ZIP64SIG)) {
            throw Utils.Errors.INVALID_END();
          }
          if (data.readUInt32LE(0) === Constants.ENDSIG) {
            _volumeEntries = data.readUInt16LE(Constants.ENDSUB);
            _totalEntries = data.readUInt16LE(Constants.ENDTOT);
            _size2 = data.readUInt32LE(Constants.ENDSIZ);
            _offset = data.readUInt32LE(Constants.ENDOFF);
            _commentLength = data.readUInt16LE(Constants.ENDCOM);
          } else {
            _volumeEntries = Utils.readBigUInt64LE(data, Constants.ZIP64SUB);
            _totalEntries = Utils.readBigUInt64LE(data, Constants.ZIP64TOT);
            _size2 = Utils.readBigUInt64LE(data, Constants.ZIP64SIZB);
            _offset = Utils.readBigUInt64LE(data, Constants.ZIP64OFF);
            _commentLength = 0;
          }
        },
        toBinary: function() {
          if (!needsZip64()) {
            var b = Buffer.alloc(Constants.ENDHDR + _commentLength);
            b.writeUInt32LE(Constants.ENDSIG, 0);
            b.writeUInt32LE(0, 4);
            b.writeUInt16LE(_volumeEntries, Constants.ENDSUB);
            b.writeUInt16LE(_totalEntries, Constants.ENDTOT);
            b.writeUInt32LE(_size2, Constants.ENDSIZ);
            b.writeUInt32LE(_offset, Constants.ENDOFF);
            b.writeUInt16LE(_commentLength, Constants.ENDCOM);
            b.fill(" ", Constants.ENDHDR);
            return b;
          }
          var b = Buffer.alloc(this.mainHeaderSize);
          let offset = 0;
          b.writeUInt32LE(Constants.ZIP64SIG, offset);
          Utils.writeBigUInt64LE(b, Constants.ZIP64HDR - Constants.ZIP64LEAD, offset + Constants.ZIP64SIZE);
          b.writeUInt16LE(45, offset + Constants.ZIP64VEM);
          b.writeUInt16LE(45, offset + Constants.ZIP64VER);
          b.writeUInt32LE(0, offset + Constants.ZIP64DSK);
          b.writeUInt32LE(0, offset + Constants.ZIP64DSKDIR);
          Utils.writeBigUInt64LE(b, _volumeEntries, offset + Constants.ZIP64SUB);
          Utils.writeBigUInt64LE(b, _totalEntries, offset + Constants.ZIP64TOT);
          Utils.writeBigUInt64LE(b, _size2, offset + Constants.ZIP64SIZB);
          Utils.writeBigUInt64LE(b, _offset, offset + Constants.ZIP64OFF);
          const zip64EndOffset = _offset + _size2;
          offset += Constants.ZIP64HDR;
          b.writeUInt32LE(Constants.END64SIG, offset);
          b.writeUInt32LE(0, offset + Constants.END64START);
          Utils.writeBigUInt64LE(b, zip64EndOffset, offset + Constants.END64OFF);
          b.writeUInt32LE(1, offset + Constants.END64NUMDISKS);
          offset += Constants.END64HDR;
          b.writeUInt32LE(Constants.ENDSIG, offset);
          b.writeUInt32LE(0, offset + 4);
          b.writeUInt16LE(Math.min(_volumeEntries, Constants.EF_ZIP64_OR_16), offset + Constants.ENDSUB);
          b.writeUInt16LE(Math.min(_totalEntries, Constants.EF_ZIP64_OR_16), offset + Constants.ENDTOT);
          b.writeUInt32LE(Math.min(_size2, Constants.EF_ZIP64_OR_32), offset + Constants.ENDSIZ);
          b.writeUInt32LE(Math.min(_offset, Constants.EF_ZIP64_OR_32), offset + Constants.ENDOFF);
          b.writeUInt16LE(_commentLength, offset + Constants.ENDCOM);
          b.fill(" ", offset + Constants.ENDHDR);
          return b;
        },
        toJSON: function() {
          const offset = function(nr, len) {
            let offs = nr.toString(16).toUpperCase();
            while (offs.length < len) offs = "0" + offs;
            return "0x" + offs;
          };
          return {
            diskEntries: _volumeEntries,
            totalEntries: _totalEntries,
            size: _size2 + " bytes",
            offset: offset(_offset, 4),
            commentLength: _commentLength
          };
        },
        toString: function() {
          return JSON.stringify(this.toJSON(), null, "	");
        }
      };
    };
  }
});

// node_modules/adm-zip/headers/index.js
var require_headers = __commonJS({
  "node_modules/adm-zip/headers/index.js"(exports2) {
    exports2.EntryHeader = require_entryHeader();
    exports2.MainHeader = require_mainHeader();
  }
});

// node_modules/adm-zip/methods/deflater.js
var require_deflater = __commonJS({
  "node_modules/adm-zip/methods/deflater.js"(exports2, module2) {
    module2.exports = function(inbuf) {
      var zlib = require("zlib");
      var opts = { chunkSize: (parseInt(inbuf.length / 1024) + 1) * 1024 };
      return {
        deflate: function() {
          return zlib.deflateRawSync(inbuf, opts);
        },
        deflateAsync: function(callback) {
          var tmp = zlib.createDeflateRaw(opts), parts = [], total = 0;
          tmp.on("data", function(data) {
            parts.push(data);
            total += data.length;
          });
          tmp.on("end", function() {
            var buf = Buffer.alloc(total), written = 0;
            buf.fill(0);
            for (var i = 0; i < parts.length; i++) {
              var part = parts[i];
              part.copy(buf, written);
              written += part.length;
            }
            callback && callback(buf);
          });
          tmp.end(inbuf);
        }
      };
    };
  }
});

// node_modules/adm-zip/methods/inflater.js
var require_inflater = __commonJS({
  "node_modules/adm-zip/methods/inflater.js"(exports2, module2) {
    var version2 = +(process?.versions?.node ?? "").split(".")[0] || 0;
    var Errors = require_errors();
    module2.exports = function(inbuf, expectedLength) {
      var zlib = require("zlib");
      const maxOutputLength = expectedLength > 0 ? expectedLength : 1;
      const option = version2 >= 15 ? { maxOutputLength } : {};
      return {
        inflate: function() {
          return zlib.inflateRawSync(inbuf, option);
        },
        inflateAsync: function(callback) {
          var tmp = zlib.createInflateRaw(option), parts = [], total = 0, done = false;
          const fail = function(err) {
            if (done) return;
            done = true;
            tmp.destroy();
            callback && callback(Buffer.alloc(0), err);
          };
          tmp.on("error", function(err) {
            fail(err);
          });
          tmp.on("data", function(data) {
            if (done) return;
            total += data.length;
            if (total > maxOutputLength) {
              return fail(Errors.MAX_OUTPUT_EXCEEDED());
            }
            parts.push(data);
          });
          tmp.on("end", function() {
            if (done) return;
            done = true;
            var buf = Buffer.alloc(total), written = 0;
            buf.fill(0);
            for (var i = 0; i < parts.length; i++) {
              var part = parts[i];
              part.copy(buf, written);
              written += part.length;
            }
            callback && callback(buf);
          });
          tmp.end(inbuf);
        }
      };
    };
  }
});

// node_modules/adm-zip/methods/zipcrypto.js
var require_zipcrypto = __commonJS({
  "node_modules/adm-zip/methods/zipcrypto.js"(exports2, module2) {
    "use strict";
    var { randomFillSync } = require("crypto");
    var Errors = require_errors();
    var crctable = new Uint32Array(256).map((t, crc) => {
      for (let j = 0; j < 8; j++) {
        if (0 !== (crc & 1)) {
          crc = crc >>> 1 ^ 3988292384;
        } else {
          crc >>>= 1;
        }
      }
      return crc >>> 0;
    });
    var uMul = (a, b) => Math.imul(a, b) >>> 0;
    var crc32update = (pCrc32, bval) => {
      return crctable[(pCrc32 ^ bval) & 255] ^ pCrc32 >>> 8;
    };
    var genSalt = () => {
      if ("function" === typeof randomFillSync) {
        return randomFillSync(Buffer.alloc(12));
      } else {
        return genSalt.node();
      }
    };
    genSalt.node = () => {
      const salt = Buffer.alloc(12);
      const len = salt.length;
      for (let i = 0; i < len; i++) salt[i] = Math.random() * 256 & 255;
      return salt;
    };
    var config2 = {
      genSalt
    };
    function Initkeys(pw) {
      const pass = Buffer.isBuffer(pw) ? pw : Buffer.from(pw);
      this.keys = new Uint32Array([305419896, 591751049, 878082192]);
      for (let i = 0; i < pass.length; i++) {
        this.updateKeys(pass[i]);
      }
    }
    Initkeys.prototype.updateKeys = function(byteValue) {
      const keys = this.keys;
      keys[0] = crc32update(keys[0], byteValue);
      keys[1] += keys[0] & 255;
      keys[1] = uMul(keys[1], 134775813) + 1;
      keys[2] = crc32update(keys[2], keys[1] >>> 24);
      return byteValue;
    };
    Initkeys.prototype.next = function() {
      const k = (this.keys[2] | 2) >>> 0;
      return uMul(k, k ^ 1) >> 8 & 255;
    };
    function make_decrypter(pwd) {
      const keys = new Initkeys(pwd);
      return function(data) {
        const result = Buffer.alloc(data.length);
        let pos = 0;
        for (let c of data) {
          result[pos++] = keys.updateKeys(c ^ keys.next());
        }
        return result;
      };
    }
    function make_encrypter(pwd) {
      const keys = new Initkeys(pwd);
      return function(data, result, pos = 0) {
        if (!result) result = Buffer.alloc(data.length);
        for (let c of data) {
          const k = keys.next();
          result[pos++] = c ^ k;
          keys.updateKeys(c);
        }
        return result;
      };
    }
    function decrypt(data, header, pwd) {
      if (!data || !Buffer.isBuffer(data) || data.length < 12) {
        return Buffer.alloc(0);
      }
      const decrypter = make_decrypter(pwd);
      const salt = decrypter(data.slice(0, 12));
      const verifyByte = (header.flags & 8) === 8 ? header.timeHighByte : header.crc >>> 24;
      if (salt[11] !== verifyByte) {
        throw Errors.WRONG_PASSWORD();
      }
      return decrypter(data.slice(12));
    }
    function _salter(data) {
      if (Buffer.isBuffer(data) && data.length >= 12) {
        config2.genSalt = function() {
          return data.slice(0, 12);
        };
      } else if (data === "node") {
        config2.genSalt = genSalt.node;
      } else {
        config2.genSalt = genSalt;
      }
    }
    function encrypt(data, header, pwd, oldlike = false) {
      if (data == null) data = Buffer.alloc(0);
      if (!Buffer.isBuffer(data)) data = Buffer.from(data.toString());
      const encrypter = make_encrypter(pwd);
      const salt = config2.genSalt();
      salt[11] = header.crc >>> 24 & 255;
      if (oldlike) salt[10] = header.crc >>> 16 & 255;
      const result = Buffer.alloc(data.length + 12);
      encrypter(salt, result);
      return encrypter(data, result, 12);
    }
    module2.exports = { decrypt, encrypt, _salter };
  }
});

// node_modules/adm-zip/methods/index.js
var require_methods = __commonJS({
  "node_modules/adm-zip/methods/index.js"(exports2) {
    exports2.Deflater = require_deflater();
    exports2.Inflater = require_inflater();
    exports2.ZipCrypto = require_zipcrypto();
  }
});

// node_modules/adm-zip/zipEntry.js
var require_zipEntry = __commonJS({
  "node_modules/adm-zip/zipEntry.js"(exports2, module2) {
    var Utils = require_util();
    var Headers = require_headers();
    var Constants = Utils.Constants;
    var Methods = require_methods();
    module2.exports = function(options, input) {
      var _centralHeader = new Headers.EntryHeader(), _entryName = Buffer.alloc(0), _comment = Buffer.alloc(0), _isDirectory = false, uncompressedData = null, _extra = Buffer.alloc(0), _extralocal = Buffer.alloc(0), _efs = true;
      const opts = options;
      const decoder = typeof opts.decoder === "object" ? opts.decoder : Utils.decoder;
      _efs = decoder.hasOwnProperty("efs") ? decoder.efs : false;
      function getCompressedDataFromZip() {
        if (!input || !(input instanceof Uint8Array)) {
          return Buffer.alloc(0);
        }
        _extralocal = _centralHeader.loadLocalHeaderFromBinary(input);
        const dataOffset = _centralHeader.realDataOffset;
        const dataEnd = dataOffset + _centralHeader.compressedSize;
        if (dataOffset < 0 || dataEnd < dataOffset || dataEnd > input.length) {
          throw Utils.Errors.INVALID_LOC();
        }
        return input.slice(dataOffset, dataEnd);
      }
      function crc32OK(data) {
        const expectedCrc = _centralHeader.flags_desc || _centralHeader.localHeader.flags_desc ? _centralHeader.crc : _centralHeader.localHeader.crc;
        return Utils.crc32(data) === expectedCrc;
      }
      function decompress(async, callback, pass) {
        if (typeof callback === "undefined" && typeof async === "string") {
          pass = async;
          async = void 0;
        }
        if (_isDirectory) {
          if (async && callback) {
            callback(Buffer.alloc(0), Utils.Errors.DIRECTORY_CONTENT_ERROR());
          }
          return Buffer.alloc(0);
        }
        var compressedData;
        try {
          compressedData = getCompressedDataFromZip();
          if (compressedData.length === 0) {
            if (async && callback) callback(compressedData);
            return compressedData;
          }
          if (_centralHeader.encrypted) {
            if ("string" !== typeof pass && !Buffer.isBuffer(pass)) {
              throw Utils.Errors.INVALID_PASS_PARAM();
            }
            compressedData = Methods.ZipCrypto.decrypt(compressedData, _centralHeader, pass);
          }
        } catch (err) {
          if (async && callback) {
            callback(Buffer.alloc(0), err);
            return Buffer.alloc(0);
          }
          throw err;
        }
        var data;
        switch (_centralHeader.method) {
          case Utils.Constants.STORED:
            data = Buffer.alloc(compressedData.length);
            compressedData.copy(data);
            if (!crc32OK(data)) {
              if (async && callback) callback(data, Utils.Errors.BAD_CRC());
              throw Utils.Errors.BAD_CRC();
            } else {
              if (async && callback) callback(data);
              return data;
            }
          case Utils.Constants.DEFLATED:
            var inflater = new Methods.Inflater(compressedData, _centralHeader.size);
            if (!async) {
              data = inflater.inflate();
              if (!crc32OK(data)) {
                throw Utils.Errors.BAD_CRC(`"${decoder.decode(_entryName)}"`);
              }
              return data;
            } else {
              inflater.inflateAsync(function(result, err) {
                if (!callback) return;
                if (err) {
                  callback(Buffer.alloc(0), err);
                } else if (!crc32OK(result)) {
                  callback(result, Utils.Errors.BAD_CRC());
                } else {
                  callback(result);
                }
              });
            }
            break;
          default:
            if (async && callback) callback(Buffer.alloc(0), Utils.Errors.UNKNOWN_METHOD());
            throw Utils.Errors.UNKNOWN_METHOD();
        }
      }
      function compress(async, callback) {
        if ((!uncompressedData || !uncompressedData.length) && Buffer.isBuffer(input)) {
          if (async && callback) callback(getCompressedDataFromZip());
          return getCompressedDataFromZip();
        }
        if (uncompressedData.length && !_isDirectory) {
          var compressedData;
          switch (_centralHeader.method) {
            case Utils.Constants.STORED:
              _centralHeader.compressedSize = _centralHeader.size;
              compressedData = Buffer.alloc(uncompressedData.length);
              uncompressedData.copy(compressedData);
              if (async && callback) callback(compressedData);
              return compressedData;
            default:
            case Utils.Constants.DEFLATED:
              var deflater = new Methods.Deflater(uncompressedData);
              if (!async) {
                var deflated = deflater.deflate();
                _centralHeader.compressedSize = deflated.length;
                return deflated;
              } else {
                deflater.deflateAsync(function(data) {
                  compressedData = Buffer.alloc(data.length);
                  _centralHeader.compressedSize = data.length;
                  data.copy(compressedData);
                  callback && callback(compressedData);
                });
              }
              deflater = null;
              break;
          }
        } else if (async && callback) {
          callback(Buffer.alloc(0));
        } else {
          return Buffer.alloc(0);
        }
      }
      function readUInt64LE(buffer, offset) {
        return Utils.readBigUInt64LE(buffer, offset);
      }
      function parseExtra(data) {
        try {
          var offset = 0;
          var signature, size, part;
          while (offset + 4 < data.length) {
            signature = data.readUInt16LE(offset);
            offset += 2;
            size = data.readUInt16LE(offset);
            offset += 2;
            part = data.slice(offset, offset + size);
            offset += size;
            if (Constants.ID_ZIP64 === signature) {
              parseZip64ExtendedInformation(part);
            }
          }
        } catch (error2) {
          throw Utils.Errors.EXTRA_FIELD_PARSE_ERROR();
        }
      }
      function parseZip64ExtendedInformation(data) {
        var size, compressedSize, offset, diskNumStart;
        if (data.length >= Constants.EF_ZIP64_SCOMP) {
          size = readUInt64LE(data, Constants.EF_ZIP64_SUNCOMP);
          if (_centralHeader.size === Constants.EF_ZIP64_OR_32) {
            _centralHeader.size = size;
          }
        }
        if (data.length >= Constants.EF_ZIP64_RHO) {
          compressedSize = readUInt64LE(data, Constants.EF_ZIP64_SCOMP);
          if (_centralHeader.compressedSize === Constants.EF_ZIP64_OR_32) {
            _centralHeader.compressedSize = compressedSize;
          }
        }
        if (data.length >= Constants.EF_ZIP64_DSN) {
          offset = readUInt64LE(data, Constants.EF_ZIP64_RHO);
          if (_centralHeader.offset === Constants.EF_ZIP64_OR_32) {
            _centralHeader.offset = offset;
          }
        }
        if (data.length >= Constants.EF_ZIP64_DSN + 4) {
          diskNumStart = data.readUInt32LE(Constants.EF_ZIP64_DSN);
          if (_centralHeader.diskNumStart === Constants.EF_ZIP64_OR_16) {
            _centralHeader.diskNumStart = diskNumStart;
          }
        }
      }
      return {
        get entryName() {
          return decoder.decode(_entryName);
        },
        get rawEntryName() {
          return _entryName;
        },
        set entryName(val) {
          _entryName = Utils.toBuffer(val, decoder.encode);
          var lastChar = _entryName[_entryName.length - 1];
          _isDirectory = lastChar === 47 || lastChar === 92;
          _centralHeader.fileNameLength = _entryName.length;
        },
        get efs() {
          if (typeof _efs === "function") {
            return _efs(this.entryName);
          } else {
            return _efs;
          }
        },
        get extra() {
          return _extra;
        },
        set extra(val) {
          _extra = val;
          _centralHeader.extraLength = val.length;
          parseExtra(val);
        },
        get comment() {
          return decoder.decode(_comment);
        },
        set comment(val) {
          _comment = Utils.toBuffer(val, decoder.encode);
          _centralHeader.commentLength = _comment.length;
          if (_comment.length > 65535) throw Utils.Errors.COMMENT_TOO_LONG();
        },
        get name() {
          const n = decoder.decode(_entryName);
          return _isDirectory ? n.replace(/[/\\]$/, "").split("/").pop() : n.split("/").pop();
        },
        get isDirectory() {
          return _isDirectory;
        },
        getCompressedData: function() {
          return compress(false, null);
        },
        getCompressedDataAsync: function(callback) {
          compress(true, callback);
        },
        setData: function(value) {
          uncompressedData = Utils.toBuffer(value, Utils.decoder.encode);
          if (!_isDirectory && uncompressedData.length) {
            _centralHeader.size = uncompressedData.length;
            _centralHeader.method = Utils.Constants.DEFLATED;
            _centralHeader.crc = Utils.crc32(value);
            _centralHeader.changed = true;
          } else {
            _centralHeader.method = Utils.Constants.STORED;
          }
        },
        getData: function(pass) {
          if (_centralHeader.changed) {
            return uncompressedData;
          } else {
            return decompress(false, null, pass);
          }
        },
        getDataAsync: function(callback, pass) {
          if (_centralHeader.changed) {
            callback(uncompressedData);
          } else {
            decompress(true, callback, pass);
          }
        },
        set attr(attr) {
          _centralHeader.attr = attr;
        },
        get attr() {
          return _centralHeader.attr;
        },
        set header(data) {
          _centralHeader.loadFromBinary(data);
        },
        get header() {
          return _centralHeader;
        },
        packCentralHeader: function() {
          _centralHeader.flags_efs = this.efs;
          _centralHeader.extraLength = _extra.length;
          var header = _centralHeader.centralHeaderToBinary();
          var addpos = Utils.Constants.CENHDR;
          _entryName.copy(header, addpos);
          addpos += _entryName.length;
          _extra.copy(header, addpos);
          addpos += _centralHeader.extraLength;
          _comment.copy(header, addpos);
          return header;
        },
        packLocalHeader: function() {
          let addpos = 0;
          _centralHeader.flags_efs = this.efs;
          _centralHeader.extraLocalLength = _extralocal.length;
          const localHeaderBuf = _centralHeader.localHeaderToBinary();
          const localHeader = Buffer.alloc(localHeaderBuf.length + _entryName.length + _centralHeader.extraLocalLength);
          localHeaderBuf.copy(localHeader, addpos);
          addpos += localHeaderBuf.length;
          _entryName.copy(localHeader, addpos);
          addpos += _entryName.length;
          _extralocal.copy(localHeader, addpos);
          addpos += _extralocal.length;
          return localHeader;
        },
        toJSON: function() {
          const bytes = function(nr) {
            return "<" + (nr && nr.length + " bytes buffer" || "null") + ">";
          };
          return {
            entryName: this.entryName,
            name: this.name,
            comment: this.comment,
            isDirectory: this.isDirectory,
            header: _centralHeader.toJSON(),
            compressedData: bytes(input),
            data: bytes(uncompressedData)
          };
        },
        toString: function() {
          return JSON.stringify(this.toJSON(), null, "	");
        }
      };
    };
  }
});

// node_modules/adm-zip/zipFile.js
var require_zipFile = __commonJS({
  "node_modules/adm-zip/zipFile.js"(exports2, module2) {
    var ZipEntry = require_zipEntry();
    var Headers = require_headers();
    var Utils = require_util();
    module2.exports = function(inBuffer, options) {
      var entryList = [], entryTable = /* @__PURE__ */ Object.create(null), _comment = Buffer.alloc(0), mainHeader = new Headers.MainHeader(), loadedEntries = false;
      var password = null;
      const temporary = /* @__PURE__ */ new Set();
      const opts = options;
      const { noSort, decoder } = opts;
      if (inBuffer) {
        readMainHeader(opts.readEntries);
      } else {
        loadedEntries = true;
      }
      function makeTemporaryFolders() {
        const foldersList = /* @__PURE__ */ new Set();
        for (const elem of Object.keys(entryTable)) {
          const elements = elem.split("/");
          elements.pop();
          if (!elements.length) continue;
          for (let i = 0; i < elements.length; i++) {
            const sub = elements.slice(0, i + 1).join("/") + "/";
            foldersList.add(sub);
          }
        }
        for (const elem of foldersList) {
          if (!(elem in entryTable)) {
            const tempfolder = new ZipEntry(opts);
            tempfolder.entryName = elem;
            tempfolder.attr = 16;
            tempfolder.temporary = true;
            entryList.push(tempfolder);
            entryTable[tempfolder.entryName] = tempfolder;
            temporary.add(tempfolder);
          }
        }
      }
      function readEntries() {
        loadedEntries = true;
        entryTable = /* @__PURE__ */ Object.create(null);
        if (mainHeader.diskEntries > (inBuffer.length - mainHeader.offset) / Utils.Constants.CENHDR) {
          throw Utils.Errors.DISK_ENTRY_TOO_LARGE();
        }
        entryList = new Array(mainHeader.diskEntries);
        var index = mainHeader.offset;
        for (var i = 0; i < entryList.length; i++) {
          var tmp = index, entry3 = new ZipEntry(opts, inBuffer);
          entry3.header = inBuffer.slice(tmp, tmp += Utils.Constants.CENHDR);
          entry3.entryName = inBuffer.slice(tmp, tmp += entry3.header.fileNameLength);
          if (entry3.header.extraLength) {
            entry3.extra = inBuffer.slice(tmp, tmp += entry3.header.extraLength);
          }
          if (entry3.header.commentLength) entry3.comment = inBuffer.slice(tmp, tmp + entry3.header.commentLength);
          index += entry3.header.centralHeaderSize;
          if (entry3.entryName in entryTable) {
            throw Utils.Errors.DUPLICATE_ENTRY(`"${entry3.entryName}"`);
          }
          entryList[i] = entry3;
          entryTable[entry3.entryName] = entry3;
        }
        temporary.clear();
        makeTemporaryFolders();
      }
      function readMainHeader(readNow) {
        var i = inBuffer.length - Utils.Constants.ENDHDR, max = Math.max(0, i - 65535), n = max, endStart = inBuffer.length, endOffset = -1, commentEnd = 0;
        const trailingSpace = typeof opts.trailingSpace === "boolean" ? opts.trailingSpace : false;
        if (trailingSpace) max = 0;
        for (i; i >= n; i--) {
          if (inBuffer[i] !== 80) continue;
          if (inBuffer.readUInt32LE(i) === Utils.Constants.ENDSIG) {
            endOffset = i;
            commentEnd = i;
            endStart = i + Utils.Constants.ENDHDR;
            n = i - Utils.Constants.END64HDR;
            continue;
          }
          if (inBuffer.readUInt32LE(i) === Utils.Constants.END64SIG) {
            n = max;
            continue;
          }
          if (inBuffer.readUInt32LE(i) === Utils.Constants.ZIP64SIG) {
            endOffset = i;
            endStart = i + Utils.readBigUInt64LE(inBuffer, i + Utils.Constants.ZIP64SIZE) + Utils.Constants.ZIP64LEAD;
            break;
          }
        }
        if (endOffset == -1) throw Utils.Errors.INVALID_FORMAT();
        mainHeader.loadFromBinary(inBuffer.slice(endOffset, endStart));
        if (mainHeader.commentLength) {
          _comment = inBuffer.slice(commentEnd + Utils.Constants.ENDHDR);
        }
        if (readNow) readEntries();
      }
      function sortEntries() {
        if (entryList.length > 1 && !noSort) {
          entryList = entryList.map((entry3) => ({ entry: entry3, key: entry3.entryName.toLowerCase() })).sort((a, b) => a.key.localeCompare(b.key)).map((pair) => pair.entry);
        }
      }
      return {
        /**
         * Returns an array of ZipEntry objects existent in the current opened archive
         * @return Array
         */
        get entries() {
          if (!loadedEntries) {
            readEntries();
          }
          return entryList.filter((e) => !temporary.has(e));
        },
        /**
         * Archive comment
         * @return {String}
         */
        get comment() {
          return decoder.decode(_comment);
        },
        set comment(val) {
          _comment = Utils.toBuffer(val, decoder.encode);
          mainHeader.commentLength = _comment.length;
        },
        getEntryCount: function() {
          if (!loadedEntries) {
            return mainHeader.diskEntries;
          }
          return entryList.length;
        },
        forEach: function(callback) {
          this.entries.forEach(callback);
        },
        /**
         * Returns a reference to the entry with the given name or null if entry is inexistent
         *
         * @param entryName
         * @return ZipEntry
         */
        getEntry: function(entryName) {
          if (!loadedEntries) {
            readEntries();
          }
          return entryTable[entryName] || null;
        },
        /**
         * Adds the given entry to the entry list
         *
         * @param entry
         */
        setEntry: function(entry3) {
          if (!loadedEntries) {
            readEntries();
          }
          entryList.push(entry3);
          entryTable[entry3.entryName] = entry3;
          mainHeader.totalEntries = entryList.length;
        },
        /**
         * Removes the file with the given name from the entry list.
         *
         * If the entry is a directory, then all nested files and directories will be removed
         * @param entryName
         * @returns {void}
         */
        deleteFile: function(entryName, withsubfolders = true) {
          if (!loadedEntries) {
            readEntries();
          }
          const entry3 = entryTable[entryName];
          const list = this.getEntryChildren(entry3, withsubfolders).map((child) => child.entryName);
          list.forEach(this.deleteEntry);
        },
        /**
         * Removes the entry with the given name from the entry list.
         *
         * @param {string} entryName
         * @returns {void}
         */
        deleteEntry: function(entryName) {
          if (!loadedEntries) {
            readEntries();
          }
          const entry3 = entryTable[entryName];
          const index = entryList.indexOf(entry3);
          if (index >= 0) {
            entryList.splice(index, 1);
            delete entryTable[entryName];
            mainHeader.totalEntries = entryList.length;
          }
        },
        /**
         *  Iterates and returns all nested files and directories of the given entry
         *
         * @param entry
         * @return Array
         */
        getEntryChildren: function(entry3, subfolders = true) {
          if (!loadedEntries) {
            readEntries();
          }
          if (typeof entry3 === "object") {
            if (entry3.isDirectory && subfolders) {
              const list = [];
              const name = entry3.entryName;
              for (const zipEntry of entryList) {
                if (zipEntry.entryName.startsWith(name)) {
                  list.push(zipEntry);
                }
              }
              return list;
            } else {
              return [entry3];
            }
          }
          return [];
        },
        /**
         *  How many child elements entry has
         *
         * @param {ZipEntry} entry
         * @return {integer}
         */
        getChildCount: function(entry3) {
          if (entry3 && entry3.isDirectory) {
            const list = this.getEntryChildren(entry3);
            return list.includes(entry3) ? list.length - 1 : list.length;
          }
          return 0;
        },
        /**
         * Returns the zip file
         *
         * @return Buffer
         */
        compressToBuffer: function() {
          if (!loadedEntries) {
            readEntries();
          }
          sortEntries();
          const dataBlock = [];
          const headerBlocks = [];
          let totalSize = 0;
          let dindex = 0;
          mainHeader.size = 0;
          mainHeader.offset = 0;
          let totalEntries = 0;
          for (const entry3 of this.entries) {
            const compressedData = entry3.getCompressedData();
            entry3.header.offset = dindex;
            const localHeader = entry3.packLocalHeader();
            const dataLength = localHeader.length + compressedData.length;
            dindex += dataLength;
            dataBlock.push(localHeader);
            dataBlock.push(compressedData);
            const centralHeader = entry3.packCentralHeader();
            headerBlocks.push(centralHeader);
            mainHeader.size += centralHeader.length;
            totalSize += dataLength + centralHeader.length;
            totalEntries++;
          }
          totalSize += mainHeader.mainHeaderSize;
          mainHeader.offset = dindex;
          mainHeader.totalEntries = totalEntries;
          dindex = 0;
          const outBuffer = Buffer.alloc(totalSize);
          for (const content of dataBlock) {
            content.copy(outBuffer, dindex);
            dindex += content.length;
          }
          for (const content of headerBlocks) {
            content.copy(outBuffer, dindex);
            dindex += content.length;
          }
          const mh = mainHeader.toBinary();
          if (_comment) {
            _comment.copy(mh, mh.length - _comment.length);
          }
          mh.copy(outBuffer, dindex);
          inBuffer = outBuffer;
          loadedEntries = false;
          return outBuffer;
        },
        toAsyncBuffer: function(onSuccess, onFail, onItemStart, onItemEnd) {
          try {
            if (!loadedEntries) {
              readEntries();
            }
            sortEntries();
            const dataBlock = [];
            const centralHeaders = [];
            let totalSize = 0;
            let dindex = 0;
            let totalEntries = 0;
            mainHeader.size = 0;
            mainHeader.offset = 0;
            const compress2Buffer = function(entryLists) {
              if (entryLists.length > 0) {
                const entry3 = entryLists.shift();
                const name = entry3.entryName + entry3.extra.toString();
                if (onItemStart) onItemStart(name);
                entry3.getCompressedDataAsync(function(compressedData) {
                  if (onItemEnd) onItemEnd(name);
                  entry3.header.offset = dindex;
                  const localHeader = entry3.packLocalHeader();
                  const dataLength = localHeader.length + compressedData.length;
                  dindex += dataLength;
                  dataBlock.push(localHeader);
                  dataBlock.push(compressedData);
                  const centalHeader = entry3.packCentralHeader();
                  centralHeaders.push(centalHeader);
                  mainHeader.size += centalHeader.length;
                  totalSize += dataLength + centalHeader.length;
                  totalEntries++;
                  compress2Buffer(entryLists);
                });
              } else {
                totalSize += mainHeader.mainHeaderSize;
                mainHeader.offset = dindex;
                mainHeader.totalEntries = totalEntries;
                dindex = 0;
                const outBuffer = Buffer.alloc(totalSize);
                dataBlock.forEach(function(content) {
                  content.copy(outBuffer, dindex);
                  dindex += content.length;
                });
                centralHeaders.forEach(function(content) {
                  content.copy(outBuffer, dindex);
                  dindex += content.length;
                });
                const mh = mainHeader.toBinary();
                if (_comment) {
                  _comment.copy(mh, mh.length - _comment.length);
                }
                mh.copy(outBuffer, dindex);
                inBuffer = outBuffer;
                loadedEntries = false;
                onSuccess(outBuffer);
              }
            };
            compress2Buffer(Array.from(this.entries));
          } catch (e) {
            onFail(e);
          }
        }
      };
    };
  }
});

// node_modules/adm-zip/adm-zip.js
var require_adm_zip = __commonJS({
  "node_modules/adm-zip/adm-zip.js"(exports2, module2) {
    var Utils = require_util();
    var pth = require("path");
    var ZipEntry = require_zipEntry();
    var ZipFile = require_zipFile();
    var get_Bool = (...val) => Utils.findLast(val, (c) => typeof c === "boolean");
    var get_Str = (...val) => Utils.findLast(val, (c) => typeof c === "string");
    var get_Fun = (...val) => Utils.findLast(val, (c) => typeof c === "function");
    var defaultOptions = {
      // option "noSort" : if true it disables files sorting
      noSort: false,
      // read entries during load (initial loading may be slower)
      readEntries: false,
      // default method is none
      method: Utils.Constants.NONE,
      // file system
      fs: null
    };
    module2.exports = function(input, options) {
      let inBuffer = null;
      const opts = Object.assign(/* @__PURE__ */ Object.create(null), defaultOptions);
      if (input && "object" === typeof input) {
        if (!(input instanceof Uint8Array)) {
          Object.assign(opts, input);
          input = opts.input ? opts.input : void 0;
          if (opts.input) delete opts.input;
        }
        if (Buffer.isBuffer(input)) {
          inBuffer = input;
          opts.method = Utils.Constants.BUFFER;
          input = void 0;
        }
      }
      Object.assign(opts, options);
      const filetools = new Utils(opts);
      const applyDirAttributes = (dirEntries) => {
        dirEntries.filter((d) => d.attr).sort((a, b) => b.path.length - a.path.length).forEach((d) => filetools.fs.chmodSync(d.path, d.attr));
      };
      if (typeof opts.decoder !== "object" || typeof opts.decoder.encode !== "function" || typeof opts.decoder.decode !== "function") {
        opts.decoder = Utils.decoder;
      }
      if (input && "string" === typeof input) {
        if (filetools.fs.existsSync(input)) {
          opts.method = Utils.Constants.FILE;
          opts.filename = input;
          inBuffer = filetools.fs.readFileSync(input);
        } else {
          throw Utils.Errors.INVALID_FILENAME();
        }
      }
      const _zip = new ZipFile(inBuffer, opts);
      const { canonical, sanitize, zipnamefix } = Utils;
      function getEntry(entry3) {
        if (entry3 && _zip) {
          var item;
          if (typeof entry3 === "string") item = _zip.getEntry(pth.posix.normalize(entry3));
          if (typeof entry3 === "object" && typeof entry3.entryName !== "undefined" && typeof entry3.header !== "undefined") item = _zip.getEntry(entry3.entryName);
          if (item) {
            return item;
          }
        }
        return null;
      }
      function fixPath(zipPath) {
        const { join, normalize, sep } = pth.posix;
        return join(pth.isAbsolute(zipPath) ? "/" : ".", normalize(sep + zipPath.split("\\").join(sep) + sep));
      }
      function filenameFilter(filterfn) {
        if (filterfn instanceof RegExp) {
          return /* @__PURE__ */ (function(rx) {
            return function(filename) {
              return rx.test(filename);
            };
          })(filterfn);
        } else if ("function" !== typeof filterfn) {
          return () => true;
        }
        return filterfn;
      }
      const relativePath = (local, entry3) => {
        let lastChar = entry3.slice(-1);
        lastChar = lastChar === filetools.sep ? filetools.sep : "";
        return pth.relative(local, entry3) + lastChar;
      };
      return {
        /**
         * Extracts the given entry from the archive and returns the content as a Buffer object
         * @param {ZipEntry|string} entry ZipEntry object or String with the full path of the entry
         * @param {Buffer|string} [pass] - password
         * @return Buffer or Null in case of error
         */
        readFile: function(entry3, pass) {
          var item = getEntry(entry3);
          return item && item.getData(pass) || null;
        },
        /**
         * Returns how many child elements has on entry (directories) on files it is always 0
         * @param {ZipEntry|string} entry ZipEntry object or String with the full path of the entry
         * @returns {integer}
         */
        childCount: function(entry3) {
          const item = getEntry(entry3);
          if (item) {
            return _zip.getChildCount(item);
          }
        },
        /**
         * Asynchronous readFile
         * @param {ZipEntry|string} entry ZipEntry object or String with the full path of the entry
         * @param {callback} callback
         *
         * @return Buffer or Null in case of error
         */
        readFileAsync: function(entry3, callback) {
          var item = getEntry(entry3);
          if (item) {
            item.getDataAsync(callback);
          } else {
            callback(null, "getEntry failed for:" + entry3);
          }
        },
        /**
         * Extracts the given entry from the archive and returns the content as plain text in the given encoding
         * @param {ZipEntry|string} entry - ZipEntry object or String with the full path of the entry
         * @param {string} encoding - Optional. If no encoding is specified utf8 is used
         *
         * @return String
         */
        readAsText: function(entry3, encoding) {
          var item = getEntry(entry3);
          if (item) {
            var data = item.getData();
            if (data && data.length) {
              return data.toString(encoding || "utf8");
            }
          }
          return "";
        },
        /**
         * Asynchronous readAsText
         * @param {ZipEntry|string} entry ZipEntry object or String with the full path of the entry
         * @param {callback} callback
         * @param {string} [encoding] - Optional. If no encoding is specified utf8 is used
         *
         * @return String
         */
        readAsTextAsync: function(entry3, callback, encoding) {
          var item = getEntry(entry3);
          if (item) {
            item.getDataAsync(function(data, err) {
              if (err) {
                callback(data, err);
                return;
              }
              if (data && data.length) {
                callback(data.toString(encoding || "utf8"));
              } else {
                callback("");
              }
            });
          } else {
            callback("");
          }
        },
        /**
         * Remove the entry from the file or the entry and all it's nested directories and files if the given entry is a directory
         *
         * @param {ZipEntry|string} entry
         * @param {boolean} withsubfolders
         * @returns {void}
         */
        deleteFile: function(entry3, withsubfolders = true) {
          var item = getEntry(entry3);
          if (item) {
            _zip.deleteFile(item.entryName, withsubfolders);
          }
        },
        /**
         * Remove the entry from the file or directory without affecting any nested entries
         *
         * @param {ZipEntry|string} entry
         * @returns {void}
         */
        deleteEntry: function(entry3) {
          var item = getEntry(entry3);
          if (item) {
            _zip.deleteEntry(item.entryName);
          }
        },
        /**
         * Adds a comment to the zip. The zip must be rewritten after adding the comment.
         *
         * @param {string} comment
         */
        addZipComment: function(comment) {
          _zip.comment = comment;
        },
        /**
         * Returns the zip comment
         *
         * @return String
         */
        getZipComment: function() {
          return _zip.comment || "";
        },
        /**
         * Adds a comment to a specified zipEntry. The zip must be rewritten after adding the comment
         * The comment cannot exceed 65535 characters in length
         *
         * @param {ZipEntry} entry
         * @param {string} comment
         */
        addZipEntryComment: function(entry3, comment) {
          var item = getEntry(entry3);
          if (item) {
            item.comment = comment;
          }
        },
        /**
         * Returns the comment of the specified entry
         *
         * @param {ZipEntry} entry
         * @return String
         */
        getZipEntryComment: function(entry3) {
          var item = getEntry(entry3);
          if (item) {
            return item.comment || "";
          }
          return "";
        },
        /**
         * Updates the content of an existing entry inside the archive. The zip must be rewritten after updating the content
         *
         * @param {ZipEntry} entry
         * @param {Buffer} content
         */
        updateFile: function(entry3, content) {
          var item = getEntry(entry3);
          if (item) {
            item.setData(content);
          }
        },
        /**
         * Adds a file from the disk to the archive
         *
         * @param {string} localPath File to add to zip
         * @param {string} [zipPath] Optional path inside the zip
         * @param {string} [zipName] Optional name for the file
         * @param {string} [comment] Optional file comment
         */
        addLocalFile: function(localPath, zipPath, zipName, comment) {
          if (filetools.fs.existsSync(localPath)) {
            zipPath = zipPath ? fixPath(zipPath) : "";
            const p = pth.win32.basename(pth.win32.normalize(localPath));
            zipPath += zipName ? zipName : p;
            const _attr = filetools.fs.statSync(localPath);
            const data = _attr.isFile() ? filetools.fs.readFileSync(localPath) : Buffer.alloc(0);
            if (_attr.isDirectory()) zipPath += filetools.sep;
            this.addFile(zipPath, data, comment, _attr);
          } else {
            throw Utils.Errors.FILE_NOT_FOUND(localPath);
          }
        },
        /**
         * Callback for showing if everything was done.
         *
         * @callback doneCallback
         * @param {Error} err - Error object
         * @param {boolean} done - was request fully completed
         */
        /**
         * Adds a file from the disk to the archive
         *
         * @param {(object|string)} options - options object, if it is string it us used as localPath.
         * @param {string} options.localPath - Local path to the file.
         * @param {string} [options.comment] - Optional file comment.
         * @param {string} [options.zipPath] - Optional path inside the zip
         * @param {string} [options.zipName] - Optional name for the file
         * @param {doneCallback} callback - The callback that handles the response.
         */
        addLocalFileAsync: function(options2, callback) {
          options2 = typeof options2 === "object" ? options2 : { localPath: options2 };
          const localPath = pth.resolve(options2.localPath);
          const { comment } = options2;
          let { zipPath, zipName } = options2;
          const self = this;
          filetools.fs.stat(localPath, function(err, stats2) {
            if (err) return callback(err, false);
            zipPath = zipPath ? fixPath(zipPath) : "";
            const p = pth.win32.basename(pth.win32.normalize(localPath));
            zipPath += zipName ? zipName : p;
            if (stats2.isFile()) {
              filetools.fs.readFile(localPath, function(err2, data) {
                if (err2) return callback(err2, false);
                self.addFile(zipPath, data, comment, stats2);
                return setImmediate(callback, void 0, true);
              });
            } else if (stats2.isDirectory()) {
              zipPath += filetools.sep;
              self.addFile(zipPath, Buffer.alloc(0), comment, stats2);
              return setImmediate(callback, void 0, true);
            }
          });
        },
        /**
         * Adds a local directory and all its nested files and directories to the archive
         *
         * @param {string} localPath - local path to the folder
         * @param {string} [zipPath] - optional path inside zip
         * @param {(RegExp|function)} [filter] - optional RegExp or Function if files match will be included.
         */
        addLocalFolder: function(localPath, zipPath, filter) {
          filter = filenameFilter(filter);
          zipPath = zipPath ? fixPath(zipPath) : "";
          localPath = pth.normalize(localPath);
          if (filetools.fs.existsSync(localPath)) {
            const items = filetools.findFiles(localPath);
            const self = this;
            if (items.length) {
              for (const filepath of items) {
                const p = pth.join(zipPath, relativePath(localPath, filepath));
                if (filter(p)) {
                  self.addLocalFile(filepath, pth.dirname(p));
                }
              }
            }
          } else {
            throw Utils.Errors.FILE_NOT_FOUND(localPath);
          }
        },
        /**
         * Asynchronous addLocalFolder
         * @param {string} localPath
         * @param {callback} callback
         * @param {string} [zipPath] optional path inside zip
         * @param {RegExp|function} [filter] optional RegExp or Function if files match will
         *               be included.
         */
        addLocalFolderAsync: function(localPath, callback, zipPath, filter) {
          filter = filenameFilter(filter);
          zipPath = zipPath ? fixPath(zipPath) : "";
          localPath = pth.normalize(localPath);
          var self = this;
          filetools.fs.open(localPath, "r", function(err) {
            if (err && err.code === "ENOENT") {
              callback(void 0, Utils.Errors.FILE_NOT_FOUND(localPath));
            } else if (err) {
              callback(void 0, err);
            } else {
              var items = filetools.findFiles(localPath);
              var i = -1;
              var next = function() {
                i += 1;
                if (i < items.length) {
                  var filepath = items[i];
                  var p = relativePath(localPath, filepath).split("\\").join("/");
                  p = p.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^\x20-\x7E]/g, "");
                  if (filter(p)) {
                    filetools.fs.stat(filepath, function(er0, stats2) {
                      if (er0) callback(void 0, er0);
                      if (stats2.isFile()) {
                        filetools.fs.readFile(filepath, function(er1, data) {
                          if (er1) {
                            callback(void 0, er1);
                          } else {
                            self.addFile(zipPath + p, data, "", stats2);
                            next();
                          }
                        });
                      } else {
                        self.addFile(zipPath + p + "/", Buffer.alloc(0), "", stats2);
                        next();
                      }
                    });
                  } else {
                    process.nextTick(() => {
                      next();
                    });
                  }
                } else {
                  callback(true, void 0);
                }
              };
              next();
            }
          });
        },
        /**
         * Adds a local directory and all its nested files and directories to the archive
         *
         * @param {object | string} options - options object, if it is string it us used as localPath.
         * @param {string} options.localPath - Local path to the folder.
         * @param {string} [options.zipPath] - optional path inside zip.
         * @param {RegExp|function} [options.filter] - optional RegExp or Function if files match will be included.
         * @param {function|string} [options.namefix] - optional function to help fix filename
         * @param {doneCallback} callback - The callback that handles the response.
         *
         */
        addLocalFolderAsync2: function(options2, callback) {
          const self = this;
          options2 = typeof options2 === "object" ? options2 : { localPath: options2 };
          const localPath = pth.resolve(options2.localPath);
          let { zipPath, filter, namefix } = options2;
          if (filter instanceof RegExp) {
            filter = /* @__PURE__ */ (function(rx) {
              return function(filename) {
                return rx.test(filename);
              };
            })(filter);
          } else if ("function" !== typeof filter) {
            filter = function() {
              return true;
            };
          }
          zipPath = zipPath ? fixPath(zipPath) : "";
          if (namefix === "latin1") {
            namefix = (str) => str.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^\x20-\x7E]/g, "");
          }
          if (typeof namefix !== "function") namefix = (str) => str;
          const relPathFix = (entry3) => pth.join(zipPath, namefix(relativePath(localPath, entry3)));
          const fileNameFix = (entry3) => pth.win32.basename(pth.win32.normalize(namefix(entry3)));
          filetools.fs.open(localPath, "r", function(err) {
            if (err && err.code === "ENOENT") {
              callback(Utils.Errors.FILE_NOT_FOUND(localPath), false);
            } else if (err) {
              callback(err, false);
            } else {
              filetools.findFilesAsync(localPath, function(err2, fileEntries) {
                if (err2) return callback(err2, false);
                fileEntries = fileEntries.filter((dir) => filter(relPathFix(dir)));
                if (!fileEntries.length) return callback(void 0, true);
                setImmediate(
                  fileEntries.reverse().reduce(function(next, entry3) {
                    return function(err3, done) {
                      if (err3 || done === false) return setImmediate(next, err3, false);
                      self.addLocalFileAsync(
                        {
                          localPath: entry3,
                          zipPath: pth.dirname(relPathFix(entry3)),
                          zipName: fileNameFix(entry3)
                        },
                        next
                      );
                    };
                  }, callback)
                );
              });
            }
          });
        },
        /**
         * Adds a local directory and all its nested files and directories to the archive
         *
         * @param {string} localPath - path where files will be extracted
         * @param {object} props - optional properties
         * @param {string} [props.zipPath] - optional path inside zip
         * @param {RegExp|function} [props.filter] - optional RegExp or Function if files match will be included.
         * @param {function|string} [props.namefix] - optional function to help fix filename
         */
        addLocalFolderPromise: function(localPath, props) {
          return new Promise((resolve, reject) => {
            this.addLocalFolderAsync2(Object.assign({ localPath }, props), (err, done) => {
              if (err) return reject(err);
              if (done) resolve(this);
            });
          });
        },
        /**
         * Allows you to create a entry (file or directory) in the zip file.
         * If you want to create a directory the entryName must end in / and a null buffer should be provided.
         * Comment and attributes are optional
         *
         * @param {string} entryName
         * @param {Buffer | string} content - file content as buffer or utf8 coded string
         * @param {string} [comment] - file comment
         * @param {number | object} [attr] - number as unix file permissions, object as filesystem Stats object
         */
        addFile: function(entryName, content, comment, attr) {
          entryName = zipnamefix(entryName);
          let entry3 = getEntry(entryName);
          const update = entry3 != null;
          if (!update) {
            entry3 = new ZipEntry(opts);
            entry3.entryName = entryName;
          }
          entry3.comment = comment || "";
          const isStat = "object" === typeof attr && attr instanceof filetools.fs.Stats;
          if (isStat) {
            entry3.header.time = attr.mtime;
          }
          var fileattr = entry3.isDirectory ? 16 : 0;
          let unix = entry3.isDirectory ? 16384 : 32768;
          if (isStat) {
            unix |= 4095 & attr.mode;
          } else if ("number" === typeof attr) {
            unix |= 4095 & attr;
          } else {
            unix |= entry3.isDirectory ? 493 : 420;
          }
          fileattr = (fileattr | unix << 16) >>> 0;
          entry3.attr = fileattr;
          entry3.setData(content);
          if (!update) _zip.setEntry(entry3);
          return entry3;
        },
        /**
         * Returns an array of ZipEntry objects representing the files and folders inside the archive
         *
         * @param {string} [password]
         * @returns Array
         */
        getEntries: function(password) {
          _zip.password = password;
          return _zip ? _zip.entries : [];
        },
        /**
         * Returns a ZipEntry object representing the file or folder specified by ``name``.
         *
         * @param {string} name
         * @return ZipEntry
         */
        getEntry: function(name) {
          return getEntry(name);
        },
        getEntryCount: function() {
          return _zip.getEntryCount();
        },
        forEach: function(callback) {
          return _zip.forEach(callback);
        },
        /**
         * Extracts the given entry to the given targetPath
         * If the entry is a directory inside the archive, the entire directory and it's subdirectories will be extracted
         *
         * @param {string|ZipEntry} entry - ZipEntry object or String with the full path of the entry
         * @param {string} targetPath - Target folder where to write the file
         * @param {boolean} [maintainEntryPath=true] - If maintainEntryPath is true and the entry is inside a folder, the entry folder will be created in targetPath as well. Default is TRUE
         * @param {boolean} [overwrite=false] - If the file already exists at the target path, the file will be overwriten if this is true.
         * @param {boolean} [keepOriginalPermission=false] - The file will be set as the permission from the entry if this is true.
         * @param {string} [outFileName] - String If set will override the filename of the extracted file (Only works if the entry is a file)
         *
         * @return Boolean
         */
        extractEntryTo: function(entry3, targetPath, maintainEntryPath, overwrite, keepOriginalPermission, outFileName) {
          overwrite = get_Bool(false, overwrite);
          keepOriginalPermission = get_Bool(false, keepOriginalPermission);
          maintainEntryPath = get_Bool(true, maintainEntryPath);
          outFileName = get_Str(keepOriginalPermission, outFileName);
          var item = getEntry(entry3);
          if (!item) {
            throw Utils.Errors.NO_ENTRY();
          }
          var entryName = canonical(item.entryName);
          var target = sanitize(targetPath, outFileName && !item.isDirectory ? canonical(outFileName) : maintainEntryPath ? entryName : pth.basename(entryName));
          if (item.isDirectory) {
            var children = _zip.getEntryChildren(item);
            children.forEach(function(child) {
              if (child.isDirectory) return;
              var content2 = child.getData();
              if (!content2) {
                throw Utils.Errors.CANT_EXTRACT_FILE();
              }
              var name = canonical(maintainEntryPath ? child.entryName : child.entryName.substring(item.entryName.length));
              var childName = sanitize(targetPath, name);
              filetools.assertPathSafe(targetPath, childName);
              const fileAttr2 = keepOriginalPermission ? child.header.fileAttr : void 0;
              filetools.writeFileTo(childName, content2, overwrite, fileAttr2);
            });
            return true;
          }
          var content = item.getData(_zip.password);
          if (!content) throw Utils.Errors.CANT_EXTRACT_FILE();
          filetools.assertPathSafe(targetPath, target);
          if (filetools.fs.existsSync(target) && !overwrite) {
            throw Utils.Errors.CANT_OVERRIDE();
          }
          const fileAttr = keepOriginalPermission ? entry3.header.fileAttr : void 0;
          filetools.writeFileTo(target, content, overwrite, fileAttr);
          return true;
        },
        /**
         * Test the archive
         * @param {string} [pass]
         */
        test: function(pass) {
          if (!_zip) {
            return false;
          }
          for (var entry3 of _zip.entries) {
            try {
              if (entry3.isDirectory) {
                continue;
              }
              var content = entry3.getData(pass);
              if (!content) {
                return false;
              }
            } catch (err) {
              return false;
            }
          }
          return true;
        },
        /**
         * Extracts the entire archive to the given location
         *
         * @param {string} targetPath Target location
         * @param {boolean} [overwrite=false] If the file already exists at the target path, the file will be overwriten if this is true.
         *                  Default is FALSE
         * @param {boolean} [keepOriginalPermission=false] The file will be set as the permission from the entry if this is true.
         *                  Default is FALSE
         * @param {string|Buffer} [pass] password
         */
        extractAllTo: function(targetPath, overwrite, keepOriginalPermission, pass) {
          keepOriginalPermission = get_Bool(false, keepOriginalPermission);
          pass = get_Str(keepOriginalPermission, pass);
          overwrite = get_Bool(false, overwrite);
          if (!_zip) throw Utils.Errors.NO_ZIP();
          const dirEntries = [];
          _zip.entries.forEach(function(entry3) {
            var entryName = sanitize(targetPath, canonical(entry3.entryName));
            filetools.assertPathSafe(targetPath, entryName);
            if (entry3.isDirectory) {
              filetools.makeDir(entryName);
              if (keepOriginalPermission) dirEntries.push({ path: entryName, attr: entry3.header.fileAttr });
              return;
            }
            var content = entry3.getData(pass);
            if (!content) {
              throw Utils.Errors.CANT_EXTRACT_FILE();
            }
            const fileAttr = keepOriginalPermission ? entry3.header.fileAttr : void 0;
            filetools.writeFileTo(entryName, content, overwrite, fileAttr);
            try {
              filetools.fs.utimesSync(entryName, entry3.header.time, entry3.header.time);
            } catch (err) {
            }
          });
          applyDirAttributes(dirEntries);
        },
        /**
         * Asynchronous extractAllTo
         *
         * @param {string} targetPath Target location
         * @param {boolean} [overwrite=false] If the file already exists at the target path, the file will be overwriten if this is true.
         *                  Default is FALSE
         * @param {boolean} [keepOriginalPermission=false] The file will be set as the permission from the entry if this is true.
         *                  Default is FALSE
         * @param {function} callback The callback will be executed when all entries are extracted successfully or any error is thrown.
         */
        extractAllToAsync: function(targetPath, overwrite, keepOriginalPermission, callback) {
          callback = get_Fun(overwrite, keepOriginalPermission, callback);
          keepOriginalPermission = get_Bool(false, keepOriginalPermission);
          overwrite = get_Bool(false, overwrite);
          if (!callback) {
            return new Promise((resolve, reject) => {
              this.extractAllToAsync(targetPath, overwrite, keepOriginalPermission, function(err) {
                if (err) {
                  reject(err);
                } else {
                  resolve(this);
                }
              });
            });
          }
          if (!_zip) {
            callback(Utils.Errors.NO_ZIP());
            return;
          }
          targetPath = pth.resolve(targetPath);
          const getPath = (entry3) => sanitize(targetPath, pth.normalize(canonical(entry3.entryName)));
          const getError = (msg, file) => new Error(msg + ': "' + file + '"');
          const dirEntries = [];
          const fileEntries = [];
          _zip.entries.forEach((e) => {
            if (e.isDirectory) {
              dirEntries.push(e);
            } else {
              fileEntries.push(e);
            }
          });
          const deferredDirAttr = [];
          for (const entry3 of dirEntries) {
            const dirPath = getPath(entry3);
            const dirAttr = keepOriginalPermission ? entry3.header.fileAttr : void 0;
            try {
              filetools.assertPathSafe(targetPath, dirPath);
              filetools.makeDir(dirPath);
            } catch (er) {
              callback(getError("Unable to create folder", dirPath));
              continue;
            }
            if (dirAttr) deferredDirAttr.push({ path: dirPath, attr: dirAttr });
            try {
              filetools.fs.utimesSync(dirPath, entry3.header.time, entry3.header.time);
            } catch (er) {
            }
          }
          const done = (err) => {
            if (!err) {
              try {
                applyDirAttributes(deferredDirAttr);
              } catch (er) {
                return callback(getError("Unable to set folder permissions", er.path || ""));
              }
            }
            callback(err);
          };
          fileEntries.reverse().reduce(function(next, entry3) {
            return function(err) {
              if (err) {
                next(err);
              } else {
                const entryName = pth.normalize(canonical(entry3.entryName));
                const filePath = sanitize(targetPath, entryName);
                try {
                  filetools.assertPathSafe(targetPath, filePath);
                } catch (er) {
                  return next(er);
                }
                entry3.getDataAsync(function(content, err_1) {
                  if (err_1) {
                    next(err_1);
                  } else if (!content) {
                    next(Utils.Errors.CANT_EXTRACT_FILE());
                  } else {
                    const fileAttr = keepOriginalPermission ? entry3.header.fileAttr : void 0;
                    filetools.writeFileToAsync(filePath, content, overwrite, fileAttr, function(succ) {
                      if (!succ) {
                        return next(getError("Unable to write file", filePath));
                      }
                      filetools.fs.utimes(filePath, entry3.header.time, entry3.header.time, function() {
                        next();
                      });
                    });
                  }
                });
              }
            };
          }, done)();
        },
        /**
         * Writes the newly created zip file to disk at the specified location or if a zip was opened and no ``targetFileName`` is provided, it will overwrite the opened zip
         *
         * @param {string} targetFileName
         * @param {function} callback
         */
        writeZip: function(targetFileName, callback) {
          if (arguments.length === 1) {
            if (typeof targetFileName === "function") {
              callback = targetFileName;
              targetFileName = "";
            }
          }
          if (!targetFileName && opts.filename) {
            targetFileName = opts.filename;
          }
          if (!targetFileName) return;
          var zipData = _zip.compressToBuffer();
          if (zipData) {
            var ok = filetools.writeFileTo(targetFileName, zipData, true);
            if (typeof callback === "function") callback(!ok ? new Error("failed") : null, "");
          }
        },
        /**
                 *
                 * @param {string} targetFileName
                 * @param {object} [props]
                 * @param {boolean} [props.overwrite=true] If the file already exists at the target path, the file will be overwriten if this is true.
                 * @param {boolean} [props.perm] The file will be set as the permission from the entry if this is true.
        
                 * @returns {Promise<void>}
                 */
        writeZipPromise: function(targetFileName, props) {
          const { overwrite, perm } = Object.assign({ overwrite: true }, props);
          return new Promise((resolve, reject) => {
            if (!targetFileName && opts.filename) targetFileName = opts.filename;
            if (!targetFileName) reject("ADM-ZIP: ZIP File Name Missing");
            this.toBufferPromise().then((zipData) => {
              const ret = (done) => done ? resolve(done) : reject("ADM-ZIP: Wasn't able to write zip file");
              filetools.writeFileToAsync(targetFileName, zipData, overwrite, perm, ret);
            }, reject);
          });
        },
        /**
         * @returns {Promise<Buffer>} A promise to the Buffer.
         */
        toBufferPromise: function() {
          return new Promise((resolve, reject) => {
            _zip.toAsyncBuffer(resolve, reject);
          });
        },
        /**
         * Returns the content of the entire zip file as a Buffer object
         *
         * @prop {function} [onSuccess]
         * @prop {function} [onFail]
         * @prop {function} [onItemStart]
         * @prop {function} [onItemEnd]
         * @returns {Buffer}
         */
        toBuffer: function(onSuccess, onFail, onItemStart, onItemEnd) {
          if (typeof onSuccess === "function") {
            _zip.toAsyncBuffer(onSuccess, onFail, onItemStart, onItemEnd);
            return null;
          }
          return _zip.compressToBuffer();
        }
      };
    };
  }
});

// action/src/cli/demo-github.ts
var demo_github_exports = {};
__export(demo_github_exports, {
  startDemoGitHub: () => startDemoGitHub
});
module.exports = __toCommonJS(demo_github_exports);

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value = void 0;
  Object.defineProperty(object2, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
  if (!path)
    return obj;
  return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
var getParsedType = (data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
};
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks2 = currDef.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks2 = currDef.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks2 = schema._zod.def.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  const currDef = schema._zod.def;
  const checks2 = currDef.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count--;
      i++;
    }
  }
  return count;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init2(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init2(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init2 });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error3, path = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else {
        const fullpath = [...path, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error2);
  return fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = ((schema, value, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
var validateAsync = async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length === 0;
};
var _encode = (_Err) => {
  const parse2 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decode = (_Err) => {
  const parse2 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    return parse2(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _encodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _safeEncode = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
};
var _safeDecode = (_Err) => (schema, value, _ctx) => {
  return _safeParse(_Err)(schema, value, _ctx);
};
var _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
};
var _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
  return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = (version2) => {
  if (!version2)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero \u2014 the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
    if (length <= def.maximum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    const origin = getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
      origin,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines2 = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines2.map((x) => x.length - x.trimStart().length));
    const dedented = lines2.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line2 of dedented) {
      this.content.push(line2);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks2 = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks2) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks2.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks3, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks3) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks2, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks2, ctx));
      }
      return runChecks(result, checks2, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url = validateURL(trimmed, def);
      if (url === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix] = parts;
  if (!prefix)
    return false;
  const prefixNum = Number(prefix);
  if (`${prefixNum}` !== prefix)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse2 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get2 = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get2.raw = newSh;
      return newSh;
    };
    get2.raw = sh;
    Object.defineProperty(def, "shape", { get: get2 });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = (shape) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
    const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
    const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter2 = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter2++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id}.value;`);
        } else {
          doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  };
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left = def.left._zod.run({ value: input, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input, issues: [] }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left, right]).then(([left2, right2]) => {
        return handleIntersectionResults(payload, left2, right2);
      });
    }
    return handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left.issues) {
    if (!collect(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged2 = mergeValues(left.value, right.value);
  if (!merged2.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged2.mergeErrorPath)}`);
  }
  result.value = merged2.data;
  return result;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleNonOptionalResult(result2, inst));
    }
    return handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check = (child) => {
    if (result !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve);
      if (answer > result)
        result = answer;
    }
  };
  const shape = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  };
  const merge2 = (answer) => {
    if (answer > result)
      result = answer;
  };
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check(def.catchall);
      break;
    }
    case "array":
      check(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check(el);
      check(def.rest);
      break;
    case "record":
    case "map":
      check(def.keyType);
      check(def.valueType);
      break;
    case "set":
      check(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check(el);
      break;
    case "intersection":
      check(def.left);
      check(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check(def.innerType);
      break;
    case "pipe":
      check(def.in);
      check(def.out);
      break;
    case "function":
      check(def.input);
      check(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check(value);
        else if (Array.isArray(value))
          for (const el of value)
            check(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
var handoff;
var open = [];
var memo = {
  alloc(_inst, payload, empty2) {
    const bucket = handoff;
    if (!bucket)
      return empty2;
    handoff = void 0;
    const entry3 = { value: empty2, issues: null };
    bucket.set(payload.value, entry3);
    open.push(entry3);
    return empty2;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state = ctx[STATE];
        if (!state) {
          state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
            state.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open.length;
        const result = base(payload, ctx);
        handoff = void 0;
        const entry3 = open.length > depth ? open.pop() : void 0;
        if (result instanceof Promise) {
          return result.then((r) => {
            if (entry3)
              entry3.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry3)
          entry3.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
        return result;
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
var error = () => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json2, params, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json2, result);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry3 of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry3[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry3[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry3[0]);
    }
  }
  const makeURI = (entry3) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry3[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry3[1].defId ?? entry3[1].schema.id ?? `schema${ctx.counter++}`;
      entry3[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry3[1] === root && !entry3[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry3[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry3) => {
    if (entry3[1].schema.$ref) {
      return;
    }
    const seen = entry3[1];
    const { ref, defId } = makeURI(entry3);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry3 of ctx.seen.entries()) {
      const seen = entry3[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry3 of ctx.seen.entries()) {
    const seen = entry3[1];
    if (schema === entry3[0]) {
      extractToDef(entry3);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry3[0])?.id;
      if (schema !== entry3[0] && ext) {
        extractToDef(entry3);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry3[0])?.id;
    if (id) {
      extractToDef(entry3);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry3);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry3);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object2 of objects) {
    for (const key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged2 = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged2);
    }
    for (const key of object2.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object2) => object2.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object2 of objects) {
      const constraint = undeclaredConstraint(object2);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json2) {
  const allOf = json2.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json2)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json2.allOf;
  assignProps(json2, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry3 of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry3[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry3 of ctx.seen.entries()) {
        compactTypeUnion(entry3[1].def ?? entry3[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json2 of [seen.schema, seen.def]) {
          const allOf = json2?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json2);
          else
            carriers.set(allOf, [json2]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json2 of carriers.get(allOf) ?? [])
          foldIntersection(json2);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry3 of ctx.seen.entries()) {
      const seen = entry3[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
  const ctx = initializeContext({ ...params, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};
var createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
  const { libraryOptions, target } = params ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value) => {
  if (agg[key] === void 0 || value > agg[key])
    agg[key] = value;
};
var narrowMax = (agg, key, value) => {
  if (agg[key] === void 0 || value < agg[key])
    agg[key] = value;
};
var narrowBoth = (agg, value) => {
  narrowMin(agg, "minimum", value);
  narrowMax(agg, "maximum", value);
};
var addDivisor = (agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value))
    agg.multipleOf.push(value);
};
var addPattern = (agg, pattern) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern);
};
var intersectMime = (agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
var setFormat = (agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
};
var minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
var maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
var formatContributor = (ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
};
var contributors = {
  greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
  less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
  multiple_of: (agg, def) => addDivisor(agg, def.value),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: (agg, def) => narrowBoth(agg, def.length),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: (agg, def) => narrowBoth(agg, def.size),
  string_format: (agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  },
  mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern of bag.patterns ?? [])
    addPattern(agg, pattern);
  return agg;
}
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = (p) => exactPatterns.get(p) ?? p;
var stringProcessor = (schema, ctx, _json, _params) => {
  const json2 = _json;
  json2.type = "string";
  const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json2.minLength = minimum;
  if (typeof maximum === "number")
    json2.maxLength = maximum;
  if (format) {
    json2.format = formatMap[format] ?? format;
    if (json2.format === "")
      delete json2.format;
    if (format === "time" || laxFormat) {
      delete json2.format;
    }
  }
  if (contentEncoding)
    json2.contentEncoding = contentEncoding;
  if (patterns && patterns.size > 0) {
    const patternList = [...patterns].map(exactPattern);
    if (patternList.length === 1)
      json2.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json2.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
};
var numberProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json2.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json2.minimum = exclusiveMinimum;
      json2.exclusiveMinimum = true;
    } else {
      json2.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json2.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json2.maximum = exclusiveMaximum;
      json2.exclusiveMaximum = true;
    } else {
      json2.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json2.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json2, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json2.multipleOf = first;
    if (rest.length)
      json2.allOf = [...json2.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
};
var booleanProcessor = (_schema, _ctx, json2, _params) => {
  json2.type = "boolean";
};
var neverProcessor = (_schema, _ctx, json2, _params) => {
  json2.not = {};
};
var unknownProcessor = (_schema, _ctx, _json, _params) => {
};
var enumProcessor = (schema, _ctx, json2, _params) => {
  const def = schema._zod.def;
  const values = getEnumValues(def.entries);
  if (values.length === 0) {
    json2.not = {};
    return;
  }
  if (values.every((v) => typeof v === "number"))
    json2.type = "number";
  if (values.every((v) => typeof v === "string"))
    json2.type = "string";
  json2.enum = values;
};
var literalProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json2.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json2, params, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json2, params, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json2.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json2.enum = [val];
    } else {
      json2.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json2.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json2.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json2.type = "boolean";
    if (vals.every((v) => v === null))
      json2.type = "null";
    json2.enum = vals;
  }
};
var customProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Custom types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json2, params) => {
  handleUnrepresentable(schema, ctx, json2, params, "Transforms cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json2.minItems = minimum;
  if (typeof maximum === "number")
    json2.maxItems = maximum;
  json2.type = "array";
  json2.items = processSchema(def.element, ctx, {
    ...params,
    path: [...params.path, "items"]
  });
};
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  const shape = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json2, params, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json2.type = "object";
  json2.properties = {};
  for (const key in shape) {
    assignProp(json2.properties, key, processSchema(shape[key], ctx, {
      ...params,
      path: [...params.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json2.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json2.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json2.additionalProperties = false;
  } else if (def.catchall) {
    json2.additionalProperties = processSchema(def.catchall, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
};
var unionProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options = def.options.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json2.oneOf = options;
  } else {
    json2.anyOf = options;
  }
};
var intersectionProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params,
    path: [...params.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params,
    path: [...params.path, "allOf", 1]
  });
  const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json2.allOf = allOf;
  ctx.intersections.push(allOf);
};
function stringifyKeyNames(bySchema, json2, visited) {
  if (json2.$ref) {
    if (visited.has(json2))
      return json2;
    visited.add(json2);
    const def = bySchema.get(json2)?.def;
    if (!def)
      return json2;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json2 : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json2[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json2 = { ...json2, [keyword]: mapped };
  }
  const types = Array.isArray(json2.type) ? json2.type : [json2.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json2.enum ?? (json2.const !== void 0 ? [json2.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json2;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json2;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry3 of ctx.seen.values()) {
    if (entry3.def && !bySchema.has(entry3.schema))
      bySchema.set(entry3.schema, entry3);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record3 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record3);
    const names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names)
      rewrites.set(names, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry3 of ctx.seen.values()) {
    for (const carrier of [entry3.schema, entry3.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
var recordProcessor = (schema, ctx, _json, params) => {
  const json2 = _json;
  const def = schema._zod.def;
  json2.type = "object";
  const keyType = def.keyType;
  const patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "patternProperties", "*"]
    });
    json2.patternProperties = {};
    for (const pattern of patterns) {
      assignProp(json2.patternProperties, exactPattern(pattern).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json2.propertyNames = processSchema(def.keyType, ctx, {
        ...params,
        path: [...params.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      if (!pending) {
        pending = [];
        pendingRecords.set(ctx, pending);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending.push(schema);
    }
    json2.additionalProperties = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json2.required = validKeyValues.map(String);
    }
  }
};
var nullableProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  const inner = processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen.ref = def.innerType;
    json2.nullable = true;
  } else {
    json2.anyOf = [inner, { type: "null" }];
  }
};
var nonoptionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json2, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json2, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
var defaultProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json2, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json2.default = value;
};
var prefaultProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json2, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json2._prefault = value;
};
var catchProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json2, params, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json2.default = catchValue;
};
var pipeProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
};
var readonlyProcessor = (schema, ctx, json2, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  json2.readOnly = true;
};
var optionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var initializer2 = (inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
};
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check, params) {
    return this.check(refine(check, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: function _parse2(data, params) {
    return parse(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json2, params) => stringProcessor(inst, ctx, json2, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji2(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string2(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json2, params) => numberProcessor(inst, ctx, json2, params);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value, params) {
      return this.check(_gt(value, params));
    },
    gte(value, params) {
      return this.check(_gte(value, params));
    },
    min(value, params) {
      return this.check(_gte(value, params));
    },
    lt(value, params) {
      return this.check(_lt(value, params));
    },
    lte(value, params) {
      return this.check(_lte(value, params));
    },
    max(value, params) {
      return this.check(_lte(value, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
      return this.check(_multipleOf(value, params));
    },
    step(value, params) {
      return this.check(_multipleOf(value, params));
    },
    finite() {
      return this;
    }
  })
);
function number2(params) {
  return _number(ZodNumber, params);
}
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => booleanProcessor(inst, ctx, json2, params);
});
function boolean2(params) {
  return _boolean(ZodBoolean, params);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => unknownProcessor(inst, ctx, json2, params);
});
function unknown() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => neverProcessor(inst, ctx, json2, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => arrayProcessor(inst, ctx, json2, params);
  inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => objectProcessor(inst, ctx, json2, params);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...util_exports.normalizeParams(params)
  };
  return new ZodObject(def);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => unionProcessor(inst, ctx, json2, params);
  inst.options = def.options;
});
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => intersectionProcessor(inst, ctx, json2, params);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => recordProcessor(inst, ctx, json2, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => enumProcessor(inst, ctx, json2, params);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params) => {
    const newEntries = {};
    for (const value of values) {
      if (keys.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
  inst.exclude = (values, params) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => literalProcessor(inst, ctx, json2, params);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => transformProcessor(inst, ctx, json2, params);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => optionalProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => optionalProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => nullableProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => defaultProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => prefaultProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => nonoptionalProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => catchProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => pipeProcessor(inst, ctx, json2, params);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => readonlyProcessor(inst, ctx, json2, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json2, params) => customProcessor(inst, ctx, json2, params);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date2,
  datetime: () => datetime2,
  duration: () => duration2,
  time: () => time2
});
function datetime2(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date2(params) {
  return _isoDate(ZodISODate, params);
}
function time2(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}

// action/src/core/time.ts
var Utc = string2().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "expected a UTC time such as 2026-11-20T14:05:00Z");
var Day = string2().regex(/^\d{4}-\d\d-\d\d$/, "expected a day such as 2026-11-20");
var SECOND = 1e3;
var HOUR_SECONDS = 3600;
var DAY_SECONDS = 86400;
function formatUtc(epochSeconds) {
  return new Date(Math.floor(epochSeconds) * SECOND).toISOString().replace(".000Z", "Z");
}
function epoch(utc) {
  return Date.parse(utc) / SECOND;
}
function addSeconds(utc, seconds) {
  return formatUtc(epoch(utc) + seconds);
}
function dayOf(utc) {
  return utc.slice(0, 10);
}

// action/src/simulator/addresses.ts
var API = "https://api.github.com";
var SITE = "https://github.com";
var REPOSITORY = {
  url: "",
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}"
};
function repositoryAddresses(fullName) {
  const entries = Object.entries(REPOSITORY).map(([key, path]) => [key, `${API}/repos/${fullName}${path}`]);
  return { ...Object.fromEntries(entries), html_url: `${SITE}/${fullName}` };
}
var USER = {
  url: "",
  followers_url: "/followers",
  following_url: "/following{/other_user}",
  gists_url: "/gists{/gist_id}",
  starred_url: "/starred{/owner}{/repo}",
  subscriptions_url: "/subscriptions",
  organizations_url: "/orgs",
  repos_url: "/repos",
  events_url: "/events{/privacy}",
  received_events_url: "/received_events"
};
function userAddresses(login) {
  const base = `${API}/users/${encodeURIComponent(login)}`;
  const entries = Object.entries(USER).map(([key, path]) => [key, `${base}${path}`]);
  const app = /^(.+)\[bot\]$/.exec(login)?.[1];
  return { ...Object.fromEntries(entries), html_url: `${SITE}/${app ? `apps/${app}` : login}` };
}

// action/src/simulator/accounts.ts
function aUser(login, overrides = {}) {
  const id = idOf(login);
  return {
    login,
    id,
    node_id: nodeId("U", id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: "",
    ...userAddresses(login),
    type: login.endsWith("[bot]") || login === "Copilot" ? "Bot" : "User",
    user_view_type: "public",
    site_admin: false,
    ...overrides
  };
}
function aMinimalRepository(fullName = "octo-org/agent-fleet") {
  const [owner = "", name = ""] = fullName.split("/");
  const id = idOf(fullName);
  return {
    id,
    node_id: nodeId("R", id),
    name,
    full_name: fullName,
    private: false,
    owner: aUser(owner),
    description: null,
    fork: false,
    ...repositoryAddresses(fullName),
    has_downloads: true
  };
}
function nodeId(kind, id) {
  return `${kind}_kwDO${id.toString(36)}`;
}
function idOf(name) {
  let hash = 2166136261;
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 16777619) >>> 0;
  return 1e6 + hash % 9e8;
}

// action/src/simulator/builders.ts
var NOON = "2026-11-20T12:00:00Z";
var SHA = "4f2c9d1e8b7a6053c2d1e0f9a8b7c6d5e4f30211";
function aRepository(overrides = {}) {
  const fullName = overrides.full_name ?? "octo-org/agent-fleet";
  return {
    ...aMinimalRepository(fullName),
    ...{ git_url: `git://github.com/${fullName}.git`, ssh_url: `git@github.com:${fullName}.git` },
    ...{ clone_url: `${SITE}/${fullName}.git`, svn_url: `${SITE}/${fullName}`, mirror_url: null },
    ...{ created_at: "2024-02-01T09:00:00Z", updated_at: NOON, pushed_at: NOON },
    ...{ homepage: null, language: "TypeScript", size: 4096, license: null, topics: [] },
    ...{ default_branch: "main", visibility: "public", archived: false, disabled: false },
    ...{ has_issues: true, has_projects: true, has_wiki: false, has_pages: false, has_discussions: false },
    ...{ forks: 12, forks_count: 12, stargazers_count: 340, watchers: 340, watchers_count: 340 },
    ...{ open_issues: 21, open_issues_count: 21, network_count: 12, subscribers_count: 9 },
    ...overrides
  };
}
function aWorkflow(overrides = {}, fullName = "octo-org/agent-fleet") {
  const id = overrides.id ?? 118000001;
  const path = overrides.path ?? ".github/workflows/ci.yml";
  const file = path.split("/").at(-1) ?? path;
  return {
    id,
    node_id: nodeId("W", id),
    name: "CI",
    path,
    state: "active",
    created_at: "2025-06-02T08:00:00.000Z",
    updated_at: "2026-06-02T08:00:00.000Z",
    url: `${API}/repos/${fullName}/actions/workflows/${id}`,
    html_url: `${SITE}/${fullName}/blob/main/${path}`,
    badge_url: `${SITE}/${fullName}/workflows/${encodeURIComponent(file)}/badge.svg`,
    ...overrides
  };
}
function aRun(overrides = {}) {
  const repository = overrides.repository ?? aMinimalRepository();
  const id = overrides.id ?? 36000000001;
  const attempt = overrides.run_attempt ?? 1;
  const workflow = overrides.workflow_id ?? 118000001;
  const suite = overrides.check_suite_id ?? id + 14e9;
  const sha = overrides.head_sha ?? SHA;
  const created = overrides.created_at ?? NOON;
  const base = `${API}/repos/${repository.full_name}`;
  const url = `${base}/actions/runs/${id}`;
  return {
    id,
    name: "CI",
    node_id: nodeId("WFR", id),
    head_branch: "main",
    head_sha: sha,
    path: ".github/workflows/ci.yml",
    display_title: "Keep the agents fed",
    run_number: 1,
    event: "push",
    status: "completed",
    conclusion: "success",
    workflow_id: workflow,
    check_suite_id: suite,
    check_suite_node_id: nodeId("CS", suite),
    url,
    html_url: `${SITE}/${repository.full_name}/actions/runs/${id}`,
    pull_requests: [],
    created_at: created,
    updated_at: created,
    actor: aUser("mona"),
    run_attempt: attempt,
    referenced_workflows: [],
    run_started_at: created,
    triggering_actor: aUser("mona"),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${base}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: `${base}/actions/workflows/${workflow}`,
    head_commit: {
      id: sha,
      tree_id: sha.split("").reverse().join(""),
      message: "Keep the agents fed",
      timestamp: created,
      author: { name: "Mona Lisa", email: "mona@users.noreply.github.com" },
      committer: { name: "GitHub", email: "noreply@github.com" }
    },
    repository,
    head_repository: repository,
    ...overrides
  };
}
function aJob(run = aRun(), overrides = {}) {
  const id = overrides.id ?? run.id + 68e9;
  const attempt = overrides.run_attempt ?? run.run_attempt ?? 1;
  const base = run.repository.url;
  const started = run.run_started_at ?? run.created_at;
  return {
    id,
    run_id: run.id,
    workflow_name: run.name ?? null,
    head_branch: run.head_branch,
    run_url: run.url,
    run_attempt: attempt,
    node_id: nodeId("CR", id),
    head_sha: run.head_sha,
    url: `${base}/actions/jobs/${id}`,
    html_url: `${run.html_url}/job/${id}`,
    status: "completed",
    conclusion: "success",
    created_at: started,
    started_at: started,
    completed_at: run.updated_at,
    name: "build",
    steps: [
      aStep({ number: 1, name: "Set up job", started_at: started, completed_at: started }),
      aStep({ number: 2, name: "Run npm test", started_at: started, completed_at: run.updated_at }),
      aStep({ number: 3, name: "Complete job", started_at: run.updated_at, completed_at: run.updated_at })
    ],
    check_run_url: `${base}/check-runs/${id}`,
    labels: ["ubuntu-latest"],
    runner_id: 1000042,
    runner_name: "GitHub Actions 1000042",
    runner_group_id: 0,
    runner_group_name: "GitHub Actions",
    ...overrides
  };
}
function aStep(overrides = {}) {
  return {
    name: "Run npm test",
    status: "completed",
    conclusion: "success",
    number: 2,
    started_at: NOON,
    completed_at: NOON,
    ...overrides
  };
}
function anArtifact(run = aRun(), overrides = {}) {
  const id = overrides.id ?? 7000000001;
  const url = `${run.repository.url}/actions/artifacts/${id}`;
  return {
    id,
    node_id: nodeId("MA", id),
    name: "coverage",
    size_in_bytes: 12345,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    digest: `sha256:${run.head_sha.padEnd(64, "0")}`,
    created_at: run.updated_at,
    updated_at: run.updated_at,
    expires_at: new Date(Date.parse(run.updated_at) + 90 * 864e5).toISOString().replace(".000Z", "Z"),
    workflow_run: {
      id: run.id,
      repository_id: run.repository.id,
      ...run.head_repository && { head_repository_id: run.head_repository.id },
      ...run.head_branch !== null && { head_branch: run.head_branch },
      head_sha: run.head_sha
    },
    ...overrides
  };
}
function emptyRepository(fullName = "octo-org/agent-fleet", overrides = {}) {
  return {
    repository: aRepository({ full_name: fullName }),
    workflows: [],
    files: /* @__PURE__ */ new Map(),
    runs: [],
    artifacts: [],
    pulls: /* @__PURE__ */ new Map(),
    receptions: /* @__PURE__ */ new Map(),
    approvals: /* @__PURE__ */ new Map(),
    annotations: /* @__PURE__ */ new Map(),
    logs: /* @__PURE__ */ new Map(),
    archives: /* @__PURE__ */ new Map(),
    issues: [],
    comments: [],
    pages: null,
    collaborators: /* @__PURE__ */ new Map(),
    ...overrides
  };
}

// action/src/simulator/history/interrupt.ts
var NO_RUNNER = {
  runner_id: null,
  runner_name: null,
  runner_group_id: null,
  runner_group_name: null
};
function cancelled(job, at, delay) {
  const moment3 = formatUtc(at);
  if (job.completed_at !== null && epoch(job.completed_at) <= at) return job;
  if (epoch(job.started_at) >= at)
    return {
      ...job,
      ...NO_RUNNER,
      conclusion: "cancelled",
      created_at: epoch(job.created_at) < at ? job.created_at : moment3,
      started_at: formatUtc(at + delay),
      completed_at: moment3,
      steps: []
    };
  const steps = (job.steps ?? []).flatMap((step) => cut(step, at, moment3));
  return { ...job, conclusion: "cancelled", completed_at: moment3, steps };
}
function cut(step, at, moment3) {
  if (step.completed_at && epoch(step.completed_at) <= at) return [step];
  if (step.started_at && epoch(step.started_at) < at)
    return [{ ...step, conclusion: "cancelled", completed_at: moment3 }];
  return step.name === "Complete job" ? [{ ...step, started_at: moment3, completed_at: moment3 }] : [];
}

// action/src/simulator/history/steps.ts
var TIMEOUT_SECONDS = 3600;
function performSteps(random, plan, startedAt, slowed, failing) {
  const steps = [];
  let clock = startedAt;
  let broken = false;
  const add2 = (number3, name, seconds, conclusion) => {
    const started = clock;
    clock += seconds;
    const times = { started_at: formatUtc(started), completed_at: formatUtc(clock) };
    steps.push(aStep({ number: number3, name, conclusion, ...times }));
  };
  add2(1, "Set up job", random.between(1, 3), "success");
  const cleanUps = [];
  for (const [index, step] of plan.steps.entries()) {
    const typical = slowed ? step.slowed ?? step.seconds : step.seconds;
    const number3 = index + 2;
    if (broken) add2(number3, step.name, 0, "skipped");
    else if (step.name !== failing?.step) add2(number3, step.name, random.around(typical), "success");
    else if (failing.cause === "timeout")
      add2(number3, step.name, TIMEOUT_SECONDS - (clock - startedAt), "cancelled");
    else add2(number3, step.name, random.around(typical * 0.7), "failure");
    if (step.post && !broken) cleanUps.unshift(`Post ${step.name}`);
    broken ||= step.name === failing?.step;
  }
  const last = plan.steps.length + 1;
  const end = cleanUps.length === 0 ? last : 2 * last;
  for (const [index, name] of cleanUps.entries())
    add2(end - cleanUps.length + 1 + index, name, random.between(0, 1), "success");
  add2(end + 1, "Complete job", 0, "success");
  return { steps, endedAt: clock };
}

// action/src/simulator/history/jobs.ts
function performJobs(stage, run, occasion, { fate }, carried) {
  if (fate.conclusion === "startup_failure" || fate.conclusion === "action_required") return [];
  const startedAt = epoch(run.run_started_at ?? run.created_at);
  const jobs = new Map(carried);
  for (const plan of occasion.blueprint.jobs) {
    if (carried.has(plan.name)) continue;
    const needed = (plan.needs ?? []).flatMap((name) => jobs.get(name) ?? []);
    const readyAt = Math.max(
      startedAt + 1,
      ...needed.map((job2) => epoch(job2.completed_at ?? job2.started_at) + 2)
    );
    const blocked = !plan.always && needed.some((job2) => job2.conclusion !== "success");
    const unwanted = plan.events !== void 0 && !plan.events.includes(occasion.event);
    const skipped = blocked || unwanted || fate.conclusion === "skipped";
    const failing = "mishap" in fate && fate.mishap.job === plan.name ? { step: fate.mishap.step, cause: fate.mishap.cause } : null;
    const job = skipped ? skipJob(stage, run, plan, readyAt) : performJob(stage, run, occasion, plan, readyAt, failing);
    jobs.set(plan.name, job);
    if (plan.matrix) failFast(stage, occasion.blueprint, jobs, carried);
  }
  const all = [...jobs.values()];
  if (fate.conclusion !== "cancelled") return all;
  const at = startedAt + fate.after;
  return all.map((job) => cancelled(job, at, stage.random.between(2, 90)));
}
function performJob(stage, run, { blueprint, commit, queue, review }, plan, readyAt, failing) {
  const { random, story } = stage;
  const id = stage.nextJobId();
  const labels = [...plan.labels ?? ["ubuntu-latest"]];
  const reviewed = plan.environment ? review ?? random.between(240, 5 * 3600) : 0;
  const waited = queue ?? (blueprint.queue ? random.around(blueprint.queue) : random.between(2, 14));
  const startedAt = readyAt + reviewed + waited;
  const shared = { id, name: plan.name, labels, created_at: formatUtc(readyAt) };
  if (failing?.cause === "rejected") {
    const decided = formatUtc(readyAt + reviewed);
    const times = { started_at: decided, completed_at: decided };
    return aJob(run, { ...shared, ...NO_RUNNER, ...times, conclusion: "failure", steps: [] });
  }
  const slowed = commit.at >= story.slowdown;
  const known = plan.steps.filter(({ since: since2 }) => since2 === void 0 || startedAt >= since2(story));
  const { steps, endedAt } = performSteps(random, { ...plan, steps: known }, startedAt, slowed, failing);
  return aJob(run, {
    ...shared,
    ...runner(random, labels),
    conclusion: failing === null ? "success" : failing.cause === "timeout" ? "timed_out" : "failure",
    started_at: formatUtc(startedAt),
    completed_at: formatUtc(endedAt),
    steps
  });
}
function skipJob({ random, nextJobId }, run, plan, at) {
  const early = random.chance(0.9) ? random.between(0, 2) : random.between(600, 2e3);
  return aJob(run, {
    ...NO_RUNNER,
    id: nextJobId(),
    name: plan.name,
    conclusion: "skipped",
    created_at: formatUtc(at),
    started_at: formatUtc(at),
    completed_at: formatUtc(at - early),
    labels: [],
    steps: []
  });
}
function failFast({ random }, blueprint, jobs, carried) {
  const matrix = blueprint.jobs.filter(({ name, matrix: matrix2 }) => matrix2 && !carried.has(name));
  const performed = matrix.flatMap(({ name }) => jobs.get(name) ?? []);
  const failed = performed.find((job) => job.conclusion === "failure");
  if (failed === void 0) return;
  const at = epoch(failed.completed_at ?? failed.started_at) + 1;
  for (const job of performed) jobs.set(job.name, cancelled(job, at, random.between(1, 30)));
}
function runner(random, labels) {
  const own2 = labels.includes("self-hosted");
  const id = own2 ? random.between(11, 13) : 1e9 + random.between(1, 99999);
  return {
    runner_id: id,
    runner_name: own2 ? `e2e-box-${id}` : `GitHub Actions ${id}`,
    runner_group_id: own2 ? 3 : 0,
    runner_group_name: own2 ? "e2e" : "GitHub Actions"
  };
}

// action/src/simulator/history/people.ts
var MEMBERS = /* @__PURE__ */ new Map(
  [
    ["mona", { name: "Mona Lisa", permission: "admin" }],
    ["grace-h", { name: "Grace Okafor", permission: "admin" }],
    ["ada-l", { name: "Ada Lindqvist", permission: "write" }],
    ["linus-k", { name: "Linus Kowalski", permission: "write" }],
    ["margaret-h", { name: "Margaret Haas", permission: "write" }],
    ["yuki-t", { name: "\u8C37\u53E3 \u7531\u7D00", permission: "read" }]
  ]
);
var WRITERS = [...MEMBERS].filter(([, member]) => member.permission !== "read").map(([login]) => login);
var STRANGERS = ["drive-by-dev", "pen-tester-42", "o-contributor"];
var CLAUDE = "claude[bot]";
var COPILOT = "Copilot";
var STEWARD = "octo-steward[bot]";
var ACTIONS = "github-actions[bot]";
var NAMES = {
  [CLAUDE]: "Claude",
  [COPILOT]: "copilot-swe-agent[bot]",
  [STEWARD]: "octo-steward[bot]"
};
function nameOf(login) {
  return MEMBERS.get(login)?.name ?? NAMES[login] ?? login;
}
var accounts = /* @__PURE__ */ new Map();
function account(login) {
  const known = accounts.get(login) ?? aUser(login);
  accounts.set(login, known);
  return known;
}

// action/src/simulator/history/present.ts
function asOf(attempt, blueprint, now) {
  if (epoch(attempt.run.updated_at) <= now) return attempt;
  const jobs = attempt.jobs.filter((job) => epoch(job.created_at) <= now).map((job) => jobAsOf(job, blueprint, now));
  const running = jobs.some((job) => job.status === "completed" || job.status === "in_progress");
  const waiting = jobs.some((job) => job.status === "waiting");
  const moments = jobs.flatMap((job) => [job.created_at, job.started_at, job.completed_at ?? ""]);
  const last = moments.filter((moment3) => moment3 <= formatUtc(now)).sort();
  const run = {
    ...attempt.run,
    status: waiting ? "waiting" : running ? "in_progress" : "queued",
    conclusion: null,
    updated_at: last.at(-1) ?? attempt.run.run_started_at ?? attempt.run.created_at
  };
  return { run, jobs };
}
function jobAsOf(job, blueprint, now) {
  if (job.completed_at !== null && epoch(job.completed_at) <= now) return job;
  const open2 = { conclusion: null, completed_at: null };
  if (epoch(job.started_at) > now) {
    const reviewed = blueprint.jobs.some(({ name, environment }) => name === job.name && environment);
    const status = reviewed ? "waiting" : "queued";
    return { ...job, ...NO_RUNNER, ...open2, status, started_at: job.created_at, steps: [] };
  }
  const steps = (job.steps ?? []).filter((step) => !step.name.startsWith("Post ") || hasStarted(step, now)).map((step) => stepAsOf(step, now));
  return { ...job, ...open2, status: "in_progress", steps };
}
function stepAsOf(step, now) {
  if (step.completed_at && epoch(step.completed_at) <= now) return step;
  if (hasStarted(step, now)) return { ...step, status: "in_progress", conclusion: null, completed_at: null };
  return { ...step, status: "queued", conclusion: null, started_at: null, completed_at: null };
}
function hasStarted(step, now) {
  return Boolean(step.started_at) && epoch(step.started_at ?? "") <= now;
}

// action/src/simulator/history/attempts.ts
function performRun(stage, occasion, takes, opening) {
  const { now } = stage.story;
  const attempts = [];
  let startsAt = occasion.at;
  for (const take of takes) {
    startsAt += take.after;
    if (startsAt >= now) break;
    const run = openRun(stage, occasion, take, opening, attempts.length + 1, startsAt);
    const carried = take.failedOnly ? succeeded(attempts.at(-1)) : /* @__PURE__ */ new Map();
    const attempt = asOf(
      close(run, performJobs(stage, run, occasion, take, carried), take),
      occasion.blueprint,
      now
    );
    attempts.push(attempt);
    if (attempt.run.status !== "completed" || attempt.run.conclusion === "success") break;
    startsAt = epoch(attempt.run.updated_at);
  }
  return attempts;
}
function openRun({ random }, occasion, take, { id, number: number3, repository, head }, attempt, startsAt) {
  const { blueprint, commit, pull } = occasion;
  const dynamic = occasion.event === "dynamic";
  return aRun({
    id,
    repository,
    head_repository: pull?.fork && random.chance(0.08) ? null : head,
    // A workflow file that cannot be read has no name yet.
    name: take.fate.conclusion === "startup_failure" ? blueprint.path : blueprint.name,
    path: blueprint.path,
    workflow_id: blueprint.id,
    run_number: number3,
    run_attempt: attempt,
    event: occasion.event,
    head_branch: occasion.branch,
    head_sha: commit.sha,
    head_commit: dynamic && random.chance(0.4) ? null : headCommit(commit),
    display_title: firstLine(occasion.title),
    referenced_workflows: [...blueprint.calls ?? []],
    // GitHub lists none for forks.
    pull_requests: pull === null || pull.fork !== null ? [] : [pullOf(pull.number, occasion, repository)],
    actor: occasion.actor === null ? null : account(occasion.actor),
    triggering_actor: take.actor === null ? null : account(take.actor),
    created_at: formatUtc(occasion.at),
    run_started_at: formatUtc(startsAt),
    updated_at: formatUtc(startsAt)
  });
}
function close(run, jobs, { fate }) {
  const ends = jobs.filter((job) => job.run_attempt === run.run_attempt).map((job) => epoch(job.completed_at ?? job.started_at));
  const ended = Math.max(epoch(run.run_started_at ?? run.created_at) + 1, ...ends) + 2;
  return { run: { ...run, conclusion: conclusionOf(jobs, fate), updated_at: formatUtc(ended) }, jobs };
}
function conclusionOf(jobs, fate) {
  const conclusions = new Set(jobs.map((job) => job.conclusion));
  const worst = ["timed_out", "failure", "cancelled", "success"].find(
    (conclusion) => conclusions.has(conclusion)
  );
  return worst ?? fate.conclusion;
}
function succeeded(previous) {
  const done = previous?.jobs.filter((job) => job.conclusion === "success") ?? [];
  return new Map(done.map((job) => [job.name, job]));
}
function headCommit(commit) {
  const mailbox = commit.author.replaceAll(/[^\w-]/g, "");
  return {
    id: commit.sha,
    tree_id: commit.sha.split("").reverse().join(""),
    message: commit.message,
    timestamp: formatUtc(commit.at),
    author: { name: nameOf(commit.author), email: `${mailbox}@users.noreply.github.com` },
    committer: { name: "GitHub", email: "noreply@github.com" }
  };
}
function pullOf(number3, { branch, commit }, { id, url, name }) {
  const repo = { id, url, name };
  return {
    id: 29e8 + number3,
    number: number3,
    url: `${url}/pulls/${number3}`,
    head: { ref: branch, sha: commit.sha, repo },
    base: { ref: "main", sha: commit.sha, repo }
  };
}
function firstLine(text2) {
  return text2.split("\n")[0] ?? text2;
}

// action/src/simulator/history/blueprint.ts
var CHECKOUT = { name: "Run actions/checkout@v6", seconds: 2, post: true };
var NODE = { name: "Run actions/setup-node@v6", seconds: 5, post: true };
var INSTALL = { name: "Install dependencies", seconds: 24 };

// action/src/simulator/history/workflows/agents.ts
var CLAUDE_CODE = {
  id: 118204011,
  name: "Claude Code",
  path: ".github/workflows/claude.yml",
  text: `name: Claude Code
on:
  issue_comment:
    types: [created]
  issues:
    types: [opened, assigned]
jobs:
  claude:
    if: contains(github.event.comment.body || github.event.issue.body, '@claude')
    runs-on: ubuntu-latest
    permissions:
      contents: write
      issues: write
      pull-requests: write
      id-token: write
    steps:
      - uses: actions/checkout@v6
      - name: Run Claude Code
        id: claude
        uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          claude_args: --max-turns 30 --append-system-prompt-file .github/prompts/claude.md
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: claude-execution-file, path: "\${{ steps.claude.outputs.execution_file }}" }
`,
  jobs: [
    {
      name: "claude",
      steps: [
        CHECKOUT,
        { name: "Run Claude Code", seconds: 380, post: true },
        { name: "Run actions/upload-artifact@v6", seconds: 2 }
      ]
    }
  ],
  success: (at, { prompt4, outage }) => at >= outage.from && at < outage.to ? 0.1 : at < prompt4 ? 0.93 : 0.7,
  mishaps: ["max_turns", "max_turns", "context_overflow", "context_overflow", "rate_limit", "tool_timeout"].map((cause) => ({ job: "claude", step: "Run Claude Code", cause })),
  artifacts: [{ name: "claude-execution-file", bytes: 3900, days: 90, when: "always" }]
};
var CODEX = {
  id: 118204012,
  name: "Codex review",
  path: ".github/workflows/codex-review.yml",
  text: `name: Codex review
on:
  pull_request:
    types: [opened, synchronize]
jobs:
  review:
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
    steps:
      - uses: actions/checkout@v6
      - name: Run Codex
        uses: openai/codex-action@v1
        with:
          openai-api-key: \${{ secrets.OPENAI_API_KEY }}
          prompt-file: .github/prompts/review.md
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: codex-rollout, path: ~/.codex/sessions, retention-days: 60 }
      - name: Post review
        run: node .github/post-review.mjs
`,
  jobs: [
    {
      name: "review",
      steps: [
        CHECKOUT,
        { name: "Run Codex", seconds: 145 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
        { name: "Post review", seconds: 4 }
      ]
    }
  ],
  success: (at, { codex53 }) => at < codex53 ? 0.85 : 0.95,
  mishaps: [
    { job: "review", step: "Run Codex", cause: "auth_failed" },
    { job: "review", step: "Run Codex", cause: "codex_stream" },
    { job: "review", step: "Run Codex", cause: "codex_context" }
  ],
  artifacts: [{ name: "codex-rollout", bytes: 2500, days: 60, when: "always" }]
};
var COPILOT_AGENT = {
  id: 118204013,
  name: "Copilot coding agent",
  path: "dynamic/copilot-swe-agent/copilot",
  text: "",
  jobs: [
    {
      name: "copilot",
      steps: [
        { name: "Prepare Copilot", seconds: 12 },
        { name: "Start MCP Servers", seconds: 7 },
        { name: "Processing Request", seconds: 720 },
        { name: "Clean Up", seconds: 2 }
      ]
    }
  ],
  success: () => 0.89,
  mishaps: [
    { job: "copilot", step: "Processing Request", cause: "tool_timeout" },
    { job: "copilot", step: "Processing Request", cause: "merge_conflict" }
  ]
};
var guarded = ({ installed }) => installed + DAY_SECONDS;
var GEMINI = {
  id: 118204014,
  name: "Gemini CLI triage",
  path: ".github/workflows/gemini-triage.yml",
  text: `name: Gemini CLI triage
on:
  issues:
    types: [opened, reopened]
jobs:
  triage:
    runs-on: ubuntu-latest
    permissions: { actions: read, contents: read, issues: write }
    steps:
      - uses: actions/checkout@v6
      - name: AgentOps guard
        uses: octo-org/agentops@v1
        with: { command: guard }
      - name: Run Gemini issue triage
        uses: google-github-actions/run-gemini-cli@v0
        with:
          gemini_api_key: \${{ secrets.GEMINI_API_KEY }}
          upload_artifacts: true
      - name: Apply labels
        run: node .github/triage.mjs
`,
  jobs: [
    {
      name: "triage",
      steps: [
        CHECKOUT,
        { name: "AgentOps guard", seconds: 3, since: guarded },
        { name: "Run Gemini issue triage", seconds: 52 },
        { name: "Apply labels", seconds: 3 }
      ]
    }
  ],
  success: () => 0.86,
  mishaps: [
    { job: "triage", step: "Run Gemini issue triage", cause: "quota_exceeded" },
    { job: "triage", step: "Apply labels", cause: "invalid_json" },
    { job: "triage", step: "Apply labels", cause: "invalid_json" },
    { job: "triage", step: "AgentOps guard", cause: "guard_stopped", since: guarded },
    { job: "triage", step: "AgentOps guard", cause: "guard_stopped", since: guarded },
    { job: "triage", step: "AgentOps guard", cause: "guard_stopped", since: guarded }
  ],
  artifacts: [{ name: "gemini-output", bytes: 1800, days: 90, when: "always" }]
};
var STEWARD_AGENT = {
  id: 118204015,
  name: "Dependency steward",
  path: ".github/workflows/agent-steward.yml",
  text: `name: Dependency steward
on:
  schedule:
    - cron: "42 5 * * 1-5"
  workflow_dispatch:
jobs:
  steward:
    runs-on: ubuntu-latest
    permissions: { contents: write, pull-requests: write }
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Ask the steward
        run: node agents/steward.mjs --plan
      - uses: actions/upload-artifact@v6
        with: { name: agentops-events, path: events.jsonl }
      - name: Open pull requests
        run: node agents/steward.mjs --apply
`,
  jobs: [
    {
      name: "steward",
      steps: [
        CHECKOUT,
        NODE,
        { name: "Ask the steward", seconds: 88 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 },
        { name: "Open pull requests", seconds: 14 }
      ]
    }
  ],
  success: (at, { steward4 }) => at < steward4 ? 0.79 : 0.95,
  mishaps: [
    { job: "steward", step: "Open pull requests", cause: "merge_conflict" },
    { job: "steward", step: "Ask the steward", cause: "rate_limit" }
  ],
  artifacts: [{ name: "agentops-events", bytes: 1400, days: 90, when: "always" }]
};

// action/src/simulator/history/workflows/ci.ts
var INTEGRATION = { name: "Run integration tests", seconds: 180, slowed: 320 };
var CELLS = [
  ["ubuntu-latest", "20"],
  ["ubuntu-latest", "22"],
  ["windows-latest", "22"]
];
var CI = {
  id: 118204001,
  name: "CI",
  path: ".github/workflows/ci.yml",
  text: `name: CI
on:
  push:
    branches: [main]
  pull_request:
concurrency:
  group: ci-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Install dependencies
        run: npm ci
      - run: npm run lint
      - run: npm run types
  test:
    strategy:
      matrix:
        include:
          - { os: ubuntu-latest, node: 20 }
          - { os: ubuntu-latest, node: 22 }
          - { os: windows-latest, node: 22 }
    runs-on: \${{ matrix.os }}
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with: { node-version: "\${{ matrix.node }}" }
      - name: Install dependencies
        run: npm ci
      - name: Run unit tests
        run: npm test
      - name: Run integration tests
        run: npm run test:integration
  coverage:
    if: github.event_name == 'pull_request'
    needs: test
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v7
      - name: Comment coverage
        run: npx coverage-comment
`,
  jobs: [
    {
      name: "lint",
      steps: [
        CHECKOUT,
        NODE,
        INSTALL,
        { name: "Run npm run lint", seconds: 21 },
        { name: "Run npm run types", seconds: 34 }
      ]
    },
    ...CELLS.map(
      ([os, node2]) => ({
        name: `test (${os}, ${node2})`,
        labels: [os],
        matrix: true,
        steps: [
          CHECKOUT,
          NODE,
          INSTALL,
          { name: "Run unit tests", seconds: 62 },
          INTEGRATION,
          { name: "Run actions/upload-artifact@v6", seconds: 3 }
        ]
      })
    ),
    {
      name: "coverage",
      needs: ["test (ubuntu-latest, 20)", "test (ubuntu-latest, 22)", "test (windows-latest, 22)"],
      events: ["pull_request"],
      steps: [
        { name: "Run actions/download-artifact@v7", seconds: 3 },
        { name: "Comment coverage", seconds: 6 }
      ]
    }
  ],
  success: () => 0.83,
  mishaps: [
    { job: "test (ubuntu-latest, 22)", step: "Run unit tests", cause: "test_failure" },
    { job: "test (windows-latest, 22)", step: "Run unit tests", cause: "test_failure" },
    { job: "test (windows-latest, 22)", step: "Run unit tests", cause: "test_failure" },
    { job: "test (ubuntu-latest, 20)", step: "Run integration tests", cause: "dependency_unavailable" },
    { job: "test (ubuntu-latest, 22)", step: "Run integration tests", cause: "dependency_unavailable" },
    { job: "test (ubuntu-latest, 20)", step: "Install dependencies", cause: "network" },
    { job: "lint", step: "Run npm run lint", cause: "lint_failure" },
    { job: "lint", step: "Run npm run types", cause: "type_error" }
  ],
  artifacts: [{ name: "coverage-report", bytes: 184e3, days: 30, when: "success" }]
};

// action/src/simulator/history/workflows/deploy.ts
var DEPLOY = {
  id: 118204003,
  name: "Deploy",
  path: ".github/workflows/deploy.yml",
  text: `name: Deploy
on:
  push:
    branches: [main]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Install dependencies
        run: npm ci
      - run: npm run build
  staging:
    needs: build
    runs-on: ubuntu-latest
    environment: staging
    steps:
      - run: npm run deploy -- --to staging
  production:
    needs: staging
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: npm run deploy -- --to production
      - name: Smoke test
        run: npm run smoke
  release:
    needs: production
    uses: octo-org/.github/.github/workflows/publish.yml@v2
`,
  calls: [
    {
      path: "octo-org/.github/.github/workflows/publish.yml@v2",
      sha: "9d1c3fe2ab7740b19a5d5a0d4e2f61b3c8d7e6f5",
      ref: "refs/tags/v2"
    }
  ],
  jobs: [
    { name: "build", steps: [CHECKOUT, NODE, INSTALL, { name: "Run npm run build", seconds: 66 }] },
    { name: "staging", needs: ["build"], steps: [CHECKOUT, { name: "Deploy to staging", seconds: 41 }] },
    {
      name: "production",
      needs: ["staging"],
      environment: "production",
      steps: [CHECKOUT, { name: "Deploy to production", seconds: 58 }, { name: "Smoke test", seconds: 19 }]
    },
    {
      name: "release / publish / npm",
      needs: ["production"],
      steps: [CHECKOUT, NODE, { name: "Publish to npm", seconds: 17 }]
    },
    {
      name: "release / publish / docker",
      needs: ["production"],
      steps: [CHECKOUT, { name: "Build and push image", seconds: 112 }]
    }
  ],
  success: () => 0.88,
  mishaps: [
    { job: "release / publish / npm", step: "Publish to npm", cause: "permission_denied" },
    { job: "build", step: "Install dependencies", cause: "network" },
    { job: "production", step: "Smoke test", cause: "dependency_unavailable" },
    { job: "production", step: "", cause: "rejected" }
  ]
};

// action/src/simulator/history/workflows/gh-aw.ts
var before = (at, { firewall }) => at < firewall;
var since = (at, { firewall }) => at >= firewall;
var DAILY_STATUS = {
  id: 118204021,
  name: "Daily Repo Status",
  path: ".github/workflows/daily-repo-status.lock.yml",
  text: `# This file was automatically generated by gh-aw. DO NOT EDIT.
# To update this file, edit daily-repo-status.md and run: gh aw compile
name: "Daily Repo Status"
"on":
  schedule:
    - cron: "3 6 * * *"
  workflow_dispatch:
permissions: {}
jobs:
  activation:
    runs-on: ubuntu-slim
    steps:
      - name: Setup Scripts
        uses: github/gh-aw/actions/setup@v0
  agent:
    needs: activation
    runs-on: ubuntu-latest
    steps:
      - name: Checkout repository
        uses: actions/checkout@v6
      - name: Execute GitHub Copilot CLI
        run: ./run-agent.sh
  detection:
    needs: agent
    runs-on: ubuntu-latest
    steps:
      - name: Execute threat detection
        run: ./detect.sh
  safe_outputs:
    needs: [agent, detection]
    runs-on: ubuntu-slim
    steps:
      - name: Process Safe Outputs
        run: ./outputs.sh
  conclusion:
    if: always()
    needs: [activation, agent, detection, safe_outputs]
    runs-on: ubuntu-slim
    steps:
      - name: Record outcome
        run: ./conclude.sh
`,
  jobs: [
    { name: "activation", labels: ["ubuntu-slim"], steps: [{ name: "Setup Scripts", seconds: 3 }] },
    {
      name: "agent",
      needs: ["activation"],
      steps: [
        { ...CHECKOUT, name: "Checkout repository" },
        { name: "Install gh-aw firewall", seconds: 9 },
        { name: "Start MCP Gateway", seconds: 11 },
        { name: "Execute GitHub Copilot CLI", seconds: 205 },
        { name: "Upload agent artifacts", seconds: 2 }
      ]
    },
    { name: "detection", needs: ["agent"], steps: [{ name: "Execute threat detection", seconds: 38 }] },
    {
      name: "safe_outputs",
      labels: ["ubuntu-slim"],
      needs: ["agent", "detection"],
      steps: [{ name: "Process Safe Outputs", seconds: 5 }]
    },
    {
      name: "conclusion",
      labels: ["ubuntu-slim"],
      needs: ["activation", "agent", "detection", "safe_outputs"],
      always: true,
      steps: [{ name: "Record outcome", seconds: 2 }]
    }
  ],
  success: () => 0.92,
  mishaps: [
    { job: "agent", step: "Execute GitHub Copilot CLI", cause: "tool_timeout" },
    { job: "agent", step: "Start MCP Gateway", cause: "network" }
  ],
  // The workflow was compiled again with a newer gh-aw, whose firewall counts tokens.
  artifacts: [
    { name: "aw_info", bytes: 550, days: 90, when: "always", during: before },
    { name: "activation", bytes: 700, days: 90, when: "always", during: since },
    { name: "agent", bytes: 3900, days: 90, when: "always" },
    { name: "safe-output", bytes: 215, days: 90, when: "success", during: before },
    { name: "firewall-audit-logs", bytes: 1600, days: 90, when: "always", during: since },
    { name: "usage", bytes: 2200, days: 90, when: "always", during: since },
    { name: "detection", bytes: 215, days: 90, when: "always", during: since }
  ]
};

// action/src/simulator/history/workflows/nightly.ts
var E2E = "e2e (chromium)";
var NIGHTLY = {
  id: 118204002,
  name: "Nightly e2e",
  path: ".github/workflows/nightly-e2e.yml",
  text: `name: Nightly e2e
on:
  schedule:
    - cron: "11 2 * * *"
  workflow_dispatch:
jobs:
  e2e:
    timeout-minutes: 60
    strategy:
      fail-fast: false
      matrix:
        browser: [chromium, firefox]
    runs-on: [self-hosted, linux, x64, e2e]
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
      - name: Install dependencies
        run: npm ci
      - name: Install browsers
        run: npx playwright install --with-deps
      - name: Start the fleet
        run: docker compose up --wait
      - name: Run end-to-end tests
        run: npx playwright test --project=\${{ matrix.browser }}
`,
  queue: 240,
  jobs: ["chromium", "firefox"].map((browser) => ({
    name: `e2e (${browser})`,
    labels: ["self-hosted", "linux", "x64", "e2e"],
    steps: [
      CHECKOUT,
      NODE,
      INSTALL,
      { name: "Install browsers", seconds: 75 },
      { name: "Start the fleet", seconds: 48 },
      { name: "Run end-to-end tests", seconds: 1260 },
      { name: "Run actions/upload-artifact@v6", seconds: 9 }
    ]
  })),
  success: () => 0.8,
  mishaps: [
    { job: E2E, step: "Run end-to-end tests", cause: "out_of_memory" },
    { job: E2E, step: "Install browsers", cause: "disk_full" },
    { job: "e2e (firefox)", step: "Run end-to-end tests", cause: "timeout" },
    { job: "e2e (firefox)", step: "Start the fleet", cause: "dependency_unavailable" },
    { job: E2E, step: "Run end-to-end tests", cause: "test_failure" }
  ],
  artifacts: [{ name: "playwright-report", bytes: 74e5, days: 14, when: "always" }]
};

// action/src/simulator/history/workflows/own-sync.ts
var OWN_SYNC = {
  id: 118204031,
  name: "AgentOps data sync",
  path: ".github/workflows/agentops-data-sync.yml",
  text: `name: AgentOps data sync
on:
  schedule:
    - cron: "17 */2 * * *"
  workflow_dispatch:
permissions:
  actions: read
  contents: write
  pages: write
  id-token: write
concurrency:
  group: agentops
  cancel-in-progress: false
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - name: Sync
        uses: agentops/agentops-for-github-actions@v1
      - name: Deploy
        uses: actions/deploy-pages@v5
`,
  jobs: [
    {
      name: "sync",
      steps: [
        { name: "Sync", seconds: 9 },
        { name: "Deploy", seconds: 8 }
      ]
    }
  ],
  success: () => 0.97,
  mishaps: [{ job: "sync", step: "Sync", cause: "network" }]
};

// action/src/simulator/history/workflows/programs.ts
var COLLECT = { name: "Run octo-org/agentops/action/collect@v1", seconds: 1, post: true };
var COLLECTED = { name: "agentops-telemetry", bytes: 6500, days: 90, when: "always" };
var DOCS_ASSISTANT = {
  id: 118204016,
  name: "Docs assistant",
  path: ".github/workflows/docs-assistant.yml",
  text: `name: Docs assistant
on:
  schedule:
    - cron: "20 7 * * 1-5"
jobs:
  answer:
    runs-on: ubuntu-latest
    permissions: { contents: read, issues: write }
    steps:
      - uses: actions/checkout@v6
      - uses: octo-org/agentops/action/collect@v1
        with: { previews: full, full-previews-in-public: true, retention-days: 90 }
      - name: Answer open questions
        run: node agents/docs-assistant.mjs
`,
  jobs: [
    {
      name: "answer",
      steps: [CHECKOUT, COLLECT, NODE, { name: "Answer open questions", seconds: 74 }]
    }
  ],
  success: () => 0.86,
  mishaps: [
    { job: "answer", step: "Answer open questions", cause: "tool_timeout" },
    { job: "answer", step: "Answer open questions", cause: "rate_limit" }
  ],
  artifacts: [COLLECTED]
};
var RELEASE_NOTES = {
  id: 118204017,
  name: "Release notes",
  path: ".github/workflows/release-notes.yml",
  text: `name: Release notes
on:
  schedule:
    - cron: "15 13 * * 2,4"
jobs:
  write:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - uses: octo-org/agentops/action/collect@v1
        with: { previews: full, full-previews-in-public: true, retention-days: 90 }
      - name: Write the release notes
        run: node agents/release-notes.mjs
`,
  jobs: [
    {
      name: "write",
      steps: [CHECKOUT, COLLECT, NODE, { name: "Write the release notes", seconds: 130 }]
    }
  ],
  success: () => 0.82,
  mishaps: [{ job: "write", step: "Write the release notes", cause: "invalid_json" }],
  artifacts: [COLLECTED]
};
var COPILOT_COMMAND = {
  id: 118204018,
  name: "Copilot changelog",
  path: ".github/workflows/copilot-changelog.yml",
  text: `name: Copilot changelog
on:
  schedule:
    - cron: "5 16 * * 1,3,5"
jobs:
  changelog:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - name: Ask Copilot
        run: copilot -p "Sort this week's changes into the changelog" --allow-all-tools
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: copilot-session, path: ~/.copilot/session-state }
`,
  jobs: [
    {
      name: "changelog",
      steps: [
        CHECKOUT,
        { name: "Ask Copilot", seconds: 160 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 }
      ]
    }
  ],
  success: () => 0.9,
  mishaps: [{ job: "changelog", step: "Ask Copilot", cause: "tool_timeout" }],
  artifacts: [{ name: "copilot-session", bytes: 3e3, days: 90, when: "always" }]
};
var CODEX_MIGRATION = {
  id: 118204019,
  name: "Codex migration",
  path: ".github/workflows/codex-migration.yml",
  text: `name: Codex migration
on:
  schedule:
    - cron: "40 5 * * 2"
jobs:
  migrate:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    steps:
      - uses: actions/checkout@v6
      - name: Run Codex
        uses: openai/codex-action@v1
        with:
          openai-api-key: \${{ secrets.OPENAI_API_KEY }}
          prompt: Move one module to the new event bus. Let an explorer find its callers first.
      - uses: actions/upload-artifact@v6
        if: always()
        with: { name: codex-sessions, path: ~/.codex/sessions }
`,
  jobs: [
    {
      name: "migrate",
      steps: [
        CHECKOUT,
        { name: "Run Codex", seconds: 210 },
        { name: "Run actions/upload-artifact@v6", seconds: 2 }
      ]
    }
  ],
  success: () => 0.85,
  mishaps: [{ job: "migrate", step: "Run Codex", cause: "codex_stream" }],
  artifacts: [{ name: "codex-sessions", bytes: 9e3, days: 90, when: "always" }]
};

// action/src/simulator/history/cast.ts
var CAST = [
  CI,
  NIGHTLY,
  DEPLOY,
  CLAUDE_CODE,
  CODEX,
  COPILOT_AGENT,
  GEMINI,
  STEWARD_AGENT,
  DAILY_STATUS,
  DOCS_ASSISTANT,
  RELEASE_NOTES,
  COPILOT_COMMAND,
  CODEX_MIGRATION,
  OWN_SYNC
];

// action/src/simulator/history/configuration.ts
var configuration = (credited) => `# What agents may spend. Amounts are in USD.
timezone: Europe/Berlin
budgets:
  - { id: everything, scope: global, threshold_usd: 150, period_days: 30 }
  - { id: claude, scope: "agent:Claude*", threshold_usd: 48, period_days: 30 }
  - { id: triage, scope: "workflow:*triage*", threshold_usd: 0.1, period_days: 7, alert_type: hard_stop }
# Whom it is charged to.
chargeback:
  tags:
    - { scope: "agent:Claude*", tags: { cost-center: engineering } }
    - { scope: "workflow:*triage*", tags: { cost-center: support } }
  adjustments:
    - { id: startup, date: ${credited}, kind: credit, amount_usd: -25, description: Startup credit of the provider }
agents:
  - { name: Copilot CLI, workflow: Copilot changelog }
# What a web search costs the docs assistant.
prices:
  external:
    - { host: api.tavily.com, per_call: 0.008 }
# The words of these agents are made up, so everybody may read them.
privacy: { previews: full, full-previews-in-public: true }
# How long a deployment may wait for a reviewer.
approvals: { sla-minutes: 120 }
# What they may do. \`simulate\` stops nobody.
policies:
  - id: approved-models
    mode: enforce
    match: { agents: ["Claude*"] }
    require: { models: ["claude-*"] }
    reason: other providers have no contract with us
  - id: affordable-run
    mode: enforce
    require: { max-usd: 1, max-turns: 60 }
    otherwise: warn
    pause-hours: 12
    reason: what costs more is looped or too large a task
  - id: working-hours
    match: { agents: ["Claude*", "Codex*"], events: ["!schedule"] }
    require: { hours: "Mon-Fri 06:00-20:00" }
    otherwise: escalate
    reason: somebody should be there to review
  - id: known-hosts
    match: { workflows: ["!*.lock.yml"] }
    require: { egress: [api.github.com, "*.githubusercontent.com", "*.npmjs.org"] }
    reason: data goes nowhere else
`;
var POLICY_CASES = `cases:
  - name: Claude may use its own models
    policy: approved-models
    given: { agent: Claude, models: [claude-sonnet-4-5] }
    expect: allow
  - name: another provider is blocked
    policy: approved-models
    given: { agent: Claude, models: [gpt-5] }
    expect: block
  - name: a dear run is told of
    policy: affordable-run
    when: after
    given: { agent: Codex, usd: 4.2, turns: 12 }
    expect: warn
  - name: nobody reviews on Saturday
    policy: working-hours
    given: { agent: Claude, event: issue_comment, at: "2026-01-10T12:00:00Z" }
    expect: escalate
  - name: what telemetry does not tell is not known
    policy: known-hosts
    when: after
    given: { agent: Codex, workflow: Codex review }
    expect: unknown
`;

// action/src/simulator/history/causes.ts
var exit = (code) => `Process completed with exit code ${code}.`;
var CAUSES = {
  rate_limit: {
    output: [
      'API Error: 429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed the rate limit of your organization of 400,000 input tokens per minute."}}',
      "Retrying in 38 seconds (attempt 9 of 10)",
      "Giving up after 10 attempts"
    ],
    error: "Action failed with error: Claude execution failed: rate_limit_error"
  },
  overloaded: {
    output: ['API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'],
    error: "Action failed with error: Claude execution failed: overloaded_error"
  },
  context_overflow: {
    output: [
      'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 208310 tokens > 200000 maximum"}}'
    ],
    error: "Action failed with error: Claude execution failed: prompt is too long: 208310 tokens > 200000 maximum"
  },
  max_turns: {
    output: [],
    error: "Action failed with error: Claude reached the maximum number of turns (30)"
  },
  tool_timeout: {
    output: ["MCP server repo-search: Request timed out after 60000 ms (tools/call find_references)"],
    error: "Tool call failed: repo-search.find_references: MCP error -32001: Request timed out"
  },
  codex_context: {
    output: [
      "ERROR: Your input exceeds the context window of this model. Please adjust your input and try again."
    ],
    error: "codex exited with code 1"
  },
  codex_stream: {
    output: [
      "ERROR: stream disconnected before completion: error sending request for url (https://api.openai.com/v1/responses)"
    ],
    error: "codex exited with code 1"
  },
  auth_failed: {
    output: ["unexpected status 401 Unauthorized: Incorrect API key provided: ***"],
    error: exit(1)
  },
  quota_exceeded: {
    output: [
      'Error when talking to Gemini API: {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"You exceeded your current quota, please check your plan and billing details."}}'
    ],
    error: exit(1)
  },
  invalid_json: {
    output: [
      "Parsing the labels that the model answered with",
      `SyntaxError: Unexpected token 'H', "Here are t"... is not valid JSON`,
      "    at JSON.parse (<anonymous>)",
      "    at parseLabels (file:///home/runner/work/agent-fleet/agent-fleet/.github/triage.mjs:31:15)"
    ],
    error: exit(1)
  },
  test_failure: {
    output: [
      " FAIL  tests/router.test.ts > router > falls back to the small model",
      "AssertionError: expected 'large' to be 'small' // Object.is equality",
      " \u276F tests/router.test.ts:88:31",
      " Test Files  1 failed | 41 passed (42)",
      "      Tests  1 failed | 388 passed (389)"
    ],
    error: exit(1)
  },
  type_error: {
    output: [
      "src/planner/route.ts(88,17): error TS2345: Argument of type 'string | null' is not assignable to parameter of type 'string'.",
      "Found 1 error in src/planner/route.ts:88"
    ],
    error: exit(2)
  },
  lint_failure: {
    output: [
      "/home/runner/work/agent-fleet/agent-fleet/src/tools/patch.ts",
      "  12:7  error  'before' is assigned a value but never used  no-unused-vars",
      "\u2716 1 problem (1 error, 0 warnings)"
    ],
    error: exit(1)
  },
  network: {
    output: [
      "npm error code ECONNRESET",
      "npm error network request to https://registry.npmjs.org/undici failed, reason: read ECONNRESET"
    ],
    error: exit(1)
  },
  dependency_unavailable: {
    output: [
      'FATAL: connection to server at "postgres" (172.18.0.2), port 5432 failed: Connection refused',
      "Error: connect ECONNREFUSED 172.18.0.2:5432"
    ],
    error: exit(1)
  },
  out_of_memory: {
    output: [
      "[2314:0x6c1e000]   184233 ms: Mark-Compact 4051.2 (4130.1) -> 4049.8 (4131.6) MB",
      "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
      "Aborted (core dumped)"
    ],
    error: exit(134)
  },
  disk_full: {
    output: [
      "tar: ./node_modules/.cache/ms-playwright/chromium-1208/chrome: Cannot write: No space left on device"
    ],
    error: exit(2)
  },
  timeout: {
    output: ["Waiting for http://localhost:4173 to answer (3540 s so far)"],
    error: "The job has exceeded the maximum execution time of 1h0m0s"
  },
  permission_denied: {
    output: [
      "npm error code E403",
      "npm error 403 Forbidden - PUT https://registry.npmjs.org/@octo-org%2fagent"
    ],
    error: exit(1)
  },
  merge_conflict: {
    output: [
      "Auto-merging package-lock.json",
      "CONFLICT (content): Merge conflict in package-lock.json",
      "error: could not apply 4f2c9d1... Bump undici from 7.4.0 to 7.4.1"
    ],
    error: exit(1)
  },
  guard_stopped: {
    output: [],
    error: "block \xB7 The agent is stopped \xB7 budget triage: $0.11 spent of $0.10 \xB7 Next: wait until older spending leaves its window, or raise `threshold_usd` on the default branch"
  },
  rejected: { output: [], error: "The deployment was rejected by a reviewer." }
};

// action/src/simulator/history/telemetry/archive.ts
var import_adm_zip = __toESM(require_adm_zip(), 1);
function archive(files) {
  const zip = new import_adm_zip.default();
  for (const [name, text2] of Object.entries(files)) {
    const entry3 = zip.addFile(name, Buffer.from(text2));
    Object.assign(entry3.header, { timeval: 0 });
  }
  return zip.toBuffer();
}
function jsonl(lines2) {
  return lines2.map((line2) => `${JSON.stringify(line2)}
`).join("");
}

// action/src/simulator/history/telemetry/prices.ts
var PRICES = {
  "claude-haiku-4-5-20251001": { input: 1, read: 0.1, write: 1.25, output: 5 },
  "claude-sonnet-4-5-20250929": { input: 3, read: 0.3, write: 3.75, output: 15 },
  "claude-sonnet-4.5": { input: 3, read: 0.3, write: 3.75, output: 15 },
  "claude-sonnet-4-6": { input: 3, read: 0.3, write: 3.75, output: 15 },
  "claude-sonnet-5": { input: 2, read: 0.2, write: 2.5, output: 10 },
  "claude-opus-4-7": { input: 5, read: 0.5, write: 6.25, output: 25 }
};
function nanoDollars(calls) {
  let sum2 = 0;
  for (const call of calls) {
    const price = PRICES[call.model];
    if (price === void 0) return null;
    const { fresh, cacheRead, cacheWrite, output } = call;
    const dollars2 = fresh * price.input + cacheRead * price.read + cacheWrite * price.write + output * price.output;
    sum2 += Math.round(dollars2 * 1e3);
  }
  return sum2;
}
function dollars(calls) {
  const nano2 = nanoDollars(calls);
  return nano2 === null ? null : nano2 / 1e9;
}

// action/src/core/statistics/random.ts
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}

// action/src/simulator/history/random.ts
function seeded(seed) {
  const next = uniform(seed);
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === void 0) throw new RangeError("nothing to pick from");
      return item;
    },
    around: (typical) => {
      const bell = (next() + next() + next() - 1.5) / 1.5;
      const slow = next() < 0.04 ? 2 : 1;
      return Math.max(1, Math.round(typical * Math.exp(bell * 0.35) * slow));
    },
    hex: (digits) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join("")
  };
}

// action/src/simulator/history/telemetry/scene.ts
function sceneOf(story, { topic, pull }, { run, jobs }, fate, place) {
  const job = jobs.find(({ name }) => name === place.job);
  const step = job?.steps?.find(({ name }) => name === place.step);
  if (!job || !step?.started_at || !step.completed_at) return null;
  if (step.conclusion !== "success" && step.conclusion !== "failure") return null;
  const failed = step.conclusion === "failure" && "mishap" in fate;
  return {
    random: seeded(job.id % 2 ** 32),
    story,
    run,
    job,
    step,
    at: epoch(step.started_at),
    from: Date.parse(step.started_at) + 800,
    to: Math.max(Date.parse(step.completed_at), Date.parse(step.started_at) + 2e3) - 200,
    topic: topic ?? pull?.number ?? null,
    cause: failed ? fate.mishap.cause : null
  };
}
function lastWords({ cause }) {
  return cause === null ? ["Done."] : [...CAUSES[cause].output, `##[error]${CAUSES[cause].error}`];
}
function within({ from, to }, at) {
  return at >= from && at < to;
}
function uuid2(random) {
  const hex = random.hex(32);
  return [8, 12, 16, 20].reduceRight((id, place) => `${id.slice(0, place)}-${id.slice(place)}`, hex);
}
function iso(milliseconds) {
  return new Date(milliseconds).toISOString();
}

// action/src/core/entry.ts
function entry(map, key, make) {
  const known = map.get(key);
  if (known !== void 0) return known;
  const made = make();
  map.set(key, made);
  return made;
}

// action/src/simulator/history/telemetry/work.ts
function allTurns(turns) {
  return turns.flatMap((turn) => [turn, ...turn.tools.flatMap((use2) => allTurns(use2.turns))]);
}
function allCalls(work) {
  return [...allTurns(work.turns).map((turn) => turn.call), ...work.aside];
}
function promptOf(call) {
  return call.fresh + call.cacheRead + call.cacheWrite;
}
function sumOf(calls) {
  const sum2 = {
    calls: calls.length,
    fresh: 0,
    cacheRead: 0,
    cacheWrite: 0,
    output: 0,
    reasoning: 0,
    ms: 0
  };
  for (const call of calls)
    for (const key of ["fresh", "cacheRead", "cacheWrite", "output", "reasoning", "ms"])
      sum2[key] += call[key];
  return sum2;
}
function byModel(calls) {
  const groups = /* @__PURE__ */ new Map();
  for (const call of calls) entry(groups, call.model, () => []).push(call);
  return [...groups];
}

// action/src/simulator/history/telemetry/claude-result.ts
var REFUSALS = {
  rate_limit: {
    ...{ status: 429, error: "rate_limit", terminal: "api_error" },
    text: apiError(
      429,
      "rate_limit_error",
      "This request would exceed the rate limit of your organization."
    )
  },
  overloaded: {
    ...{ status: 529, error: "overloaded", terminal: "api_error" },
    text: apiError(529, "overloaded_error", "Overloaded")
  },
  context_overflow: {
    ...{ status: 400, error: "invalid_request", terminal: "prompt_too_long" },
    text: "Prompt is too long"
  }
};
function apiError(status, type, message) {
  return `API Error: ${status} ${JSON.stringify({ type: "error", error: { type, message } })}`;
}
function claudeResult(work) {
  const calls = allCalls(work);
  const main = work.turns.map((turn) => turn.call);
  const refusal2 = refusalOf(work);
  const subtype = work.cause === "max_turns" ? "error_max_turns" : work.cause === null || refusal2 ? "success" : "error_during_execution";
  return {
    ...{ type: "result", subtype, is_error: work.cause !== null },
    duration_ms: work.to - work.from,
    duration_api_ms: sumOf(calls).ms,
    num_turns: work.turns.length,
    ...subtype === "success" && { result: refusal2?.text ?? work.answer },
    ...subtype === "error_during_execution" && { errors: ["MCP server repo-search: Request timed out"] },
    ...refusal2 && { api_error_status: refusal2.status },
    stop_reason: work.cause === null ? "end_turn" : null,
    terminal_reason: terminalReason(work),
    total_cost_usd: dollars(calls),
    usage: usage(sumOf(main)),
    modelUsage: Object.fromEntries(byModel(calls).map(([model, own2]) => [model, modelUsage(own2)])),
    permission_denials: work.turns.flatMap((turn) => turn.tools).filter((use2) => use2.status === "denied").map((use2) => ({ tool_name: nameOf2(use2.tool), tool_use_id: toolId(use2), tool_input: use2.input }))
  };
}
function modelUsage(calls) {
  const sum2 = sumOf(calls);
  return {
    ...{ inputTokens: sum2.fresh, outputTokens: sum2.output },
    ...{ cacheReadInputTokens: sum2.cacheRead, cacheCreationInputTokens: sum2.cacheWrite },
    ...{ webSearchRequests: 0, costUSD: dollars(calls), contextWindow: 2e5, maxOutputTokens: 64e3 },
    ...{ provider: "firstParty", costBasis: "list" }
  };
}
function usage({
  fresh,
  cacheRead,
  cacheWrite,
  output
}) {
  return {
    ...{ input_tokens: fresh, cache_creation_input_tokens: cacheWrite, cache_read_input_tokens: cacheRead },
    cache_creation: { ephemeral_5m_input_tokens: cacheWrite, ephemeral_1h_input_tokens: 0 },
    ...{ output_tokens: output, service_tier: "standard" }
  };
}
function claudeLog(scene, work) {
  const { type, subtype, is_error, duration_ms, num_turns, total_cost_usd, modelUsage: modelUsage2, permission_denials } = claudeResult(work);
  const shown2 = {
    ...{ type, subtype, is_error, duration_ms, num_turns, total_cost_usd },
    permission_denials_count: permission_denials.length,
    modelUsage: Object.fromEntries(
      Object.entries(modelUsage2).map(([model, { contextWindow, maxOutputTokens }]) => [
        model,
        { contextWindow, maxOutputTokens }
      ])
    )
  };
  const begun = { type: "system", subtype: "init", message: "Claude Code initialized", model: work.model };
  return [
    "Running Claude Code via SDK (full output hidden for security)...",
    ...JSON.stringify(begun, null, 2).split("\n"),
    ...JSON.stringify(shown2, null, 2).split("\n"),
    "Log saved to /home/runner/work/_temp/claude-execution-output.json",
    `Set session_id: ${work.session}`,
    ...lastWords(scene)
  ];
}
function terminalReason(work) {
  if (work.cause === null) return "completed";
  return work.cause === "max_turns" ? "max_turns" : refusalOf(work)?.terminal ?? "model_error";
}
function refusalOf(work) {
  return work.cause === null ? void 0 : REFUSALS[work.cause];
}
function toolId(use2) {
  return `toolu_${use2.id}`;
}
function nameOf2({ server, name }) {
  return server === null ? name : `mcp__${server}__${name}`;
}

// action/src/simulator/history/telemetry/talk.ts
var SUBJECTS = [
  "src/planner/route.ts",
  "src/tools/patch.ts",
  "src/session/resume.ts",
  "src/memory/window.ts",
  "src/budget/guard.ts",
  "tests/router.test.ts",
  "tests/session.test.ts",
  "docs/models.md",
  "package.json",
  ".github/prompts/claude.md",
  "src/mcp/client.ts",
  "src/trace/viewer.tsx"
];
var THOUGHTS = [
  "The failure starts where the router reads the budget; look there first.",
  "Two callers depend on this shape, so both have to change.",
  "A test pins the old behaviour. Read it before touching the code.",
  "The search found nothing; try the name that the issue uses.",
  "This is the smallest change that keeps the contract.",
  "Run the tests of this folder before going on.",
  "The lock file disagrees with the manifest.",
  "Plan: reproduce, fix, add a test, open a pull request."
];
var ANSWERS = [
  "Fixed in two files, with a test that failed before. All tests pass.",
  "I opened a pull request. The change is small; one open question is in its description.",
  "The cause is a stale cache entry. I added a check and a test.",
  "I could not reproduce this on main. Here is what I tried, and what would help.",
  "Nothing to change: the behaviour is documented and tested."
];

// action/src/simulator/history/telemetry/perform.ts
function perform(random, part) {
  const { session, from, to, model, fallback, cause, answer } = part;
  const slice = (to - from) / part.turns;
  const turns = [];
  const overflows = cause === "context_overflow" || cause === "codex_context";
  let context = 0;
  let next = part.base;
  const stuck = use(random, part, from, pickTool(random, part.tools), random.pick(SUBJECTS));
  for (let index = 0; index < part.turns; index += 1) {
    const at = Math.round(from + index * slice);
    const isFull = next > part.limit && !overflows;
    const compaction = isFull ? { before: next, after: Math.round(part.base * 1.4) } : null;
    if (compaction) {
      next = compaction.after;
      context = 0;
    }
    const isLast = index === part.turns - 1;
    const current = fallback && index < part.turns / 3 ? fallback.from : fallback?.to ?? model;
    const call = callModel(random, part, current, at, Math.round(slice * 0.4), context, next);
    const toolsAt = at + Math.round(slice * 0.45);
    const wanted = isLast && cause === null ? 0 : part.loop ? 3 : random.pick([1, 1, 1, 2, 2, 3]);
    const tools = Array.from({ length: wanted }, (_, place) => {
      const start = toolsAt + Math.round(place * slice * 0.5 / wanted);
      if (part.loop && index > 2) return { ...stuck, id: random.hex(24), at: start };
      return useTool(random, part, turns, start, Math.round(slice * 0.5 / wanted));
    });
    const retries = random.chance(part.refused) ? random.between(1, 3) : 0;
    turns.push({ call, thought: random.pick(THOUGHTS), tools, retries, compaction });
    context = next;
    const heard = tools.reduce((sum2, { tool: tool2 }) => sum2 + random.around(tool2.tokens), 0);
    const grown = next + call.output + heard * (part.loop ? 4 : overflows ? 9 : 1);
    next = Math.min(grown, Math.round(part.limit * 1.2));
  }
  const aside = part.aside === null ? [] : [callModel(random, part, part.aside, from, 900, 0, random.around(1400))];
  return { session, from, to, model: fallback?.to ?? model, turns, aside, fallback, cause, answer };
}
function callModel(random, part, model, at, most, cached2, prompt) {
  const output = random.around(240) + (random.chance(0.15) ? random.around(900) : 0);
  const isWarm = cached2 === 0 && random.chance(0.35);
  const known = isWarm ? Math.round(prompt * 0.7) : cached2;
  const fresh = part.cacheWrites ? random.between(3, 12) : prompt - known;
  return {
    id: random.hex(24),
    model,
    at,
    ms: Math.max(400, Math.round(most * (0.5 + random.next() / 2))),
    fresh,
    cacheRead: known,
    cacheWrite: part.cacheWrites ? Math.max(0, prompt - known - fresh) : 0,
    output,
    reasoning: Math.round(output * part.reasoning * random.next())
  };
}
function useTool(random, part, turns, at, most) {
  const before2 = turns.at(-1)?.tools.at(-1);
  if (before2 && before2.turns.length === 0 && random.chance(0.06))
    return { ...before2, id: random.hex(24), at };
  if (part.task && random.chance(0.03)) return sendSubAgent(random, part, part.task, at, most);
  const drawn = use(random, part, at, pickTool(random, part.tools), random.pick(SUBJECTS));
  return { ...drawn, ms: Math.min(drawn.ms, Math.max(5, most)) };
}
function sendSubAgent(random, part, { tool: tool2, model }, at, ms) {
  const subject = random.pick(SUBJECTS);
  const own2 = { ...part, model, turns: 2, base: 6200, task: null, aside: null, fallback: null, cause: null };
  const { turns } = perform(random, { ...own2, from: at, to: at + ms, loop: false });
  const sent = use(random, { ...part, down: [] }, at, tool2, subject);
  return { ...sent, status: "success", ms, turns };
}
function use(random, part, at, tool2, subject) {
  const isDown = tool2.server !== null && part.down.includes(tool2.server);
  const chance = random.next();
  const status = isDown || chance < 0.04 ? "failure" : chance < 0.05 ? "denied" : "success";
  const said = {
    success: tool2.output(subject),
    failure: isDown ? "MCP error -32001: Request timed out" : `Error: ${subject}: no such file or directory`,
    denied: "This tool call was not allowed by the permission settings."
  };
  const ms = isDown ? 6e4 : Math.round(random.around(tool2.seconds * 1e3));
  const input = tool2.input(subject);
  return { id: random.hex(24), tool: tool2, input, output: said[status], status, at, ms, turns: [] };
}
function pickTool(random, tools) {
  return random.pick(tools.flatMap((tool2) => Array.from({ length: tool2.weight }, () => tool2)));
}

// action/src/simulator/history/telemetry/toolbox.ts
var READ = {
  seconds: 0.1,
  tokens: 1900,
  input: (path) => ({ file_path: `/home/runner/work/agent-fleet/agent-fleet/${path}` }),
  output: (path) => `1	import { z } from "zod";
2	
3	// ${path}
4	export const Budget = z.number();`
};
var SEARCH = {
  seconds: 0.4,
  tokens: 700,
  input: (path) => ({ pattern: "budget", path }),
  output: (path) => `Found 3 matches
${path}:12: budget.spend(tokens)
${path}:40: if (budget.left < 0)`
};
var RUN = {
  seconds: 11,
  tokens: 1300,
  input: (path) => ({ command: `npx vitest run ${path}` }),
  output: (path) => ` RUN  v5.1.1
 \u2713 ${path} (12 tests) 41ms
 Tests  12 passed (12)`
};
var EDIT = {
  seconds: 0.2,
  tokens: 350,
  input: (path) => ({ file_path: path, old_string: "budget.left < 0", new_string: "budget.left <= 0" }),
  output: (path) => `The file ${path} has been updated.`
};
var PUSHED = "src/session/resume.ts";
var RELEASED = "src/mcp/client.ts";
var STEERING = "src/tools/patch.ts";
var LEAKED = `ghp_${"a1B2c3".repeat(6)}`;
var RUN_AND_PUSH = {
  ...RUN,
  input: (path) => path === PUSHED ? { command: "git commit -qam 'Resume sessions' && git push origin HEAD:claude/resume" } : RUN.input(path),
  output: (path) => path === PUSHED ? `remote: token ${LEAKED}
To github.com` : RUN.output(path)
};
var EDIT_ANYTHING = {
  ...EDIT,
  input: (path) => ({
    ...EDIT.input(path),
    ...path === STEERING && { file_path: ".github/workflows/ci.yml" }
  })
};
var SHELL = {
  ...RUN,
  input: (path) => ({
    command: ["bash", "-lc", path === RELEASED ? "gh release create v1.4.2" : `sed -n 1,200p ${path}`]
  })
};
var PLAN = {
  seconds: 0.02,
  tokens: 120,
  input: () => ({ plan: [{ step: "Reproduce", status: "completed" }] }),
  output: () => "The plan was updated."
};
var REFERENCES = {
  seconds: 1.6,
  tokens: 2600,
  input: (path) => ({ symbol: "Budget", path }),
  output: (path) => `{"references":[{"path":"${path}","line":12}]}`
};
var COMMENT = {
  seconds: 0.7,
  tokens: 90,
  input: () => ({ body: "Working on it." }),
  output: () => '{"html_url":"https://github.com/octo-org/agent-fleet/issues/118#issuecomment-1"}'
};
var tool = (weight, name, reported, server = null) => ({
  name,
  server,
  weight,
  ...reported
});
var idle = (server, ...names) => names.map((name) => tool(0, name, COMMENT, server));
var CLAUDE_TOOLS = [
  tool(9, "Read", READ),
  tool(6, "Grep", SEARCH),
  tool(2, "Glob", SEARCH),
  tool(6, "Bash", RUN_AND_PUSH),
  tool(5, "Edit", EDIT_ANYTHING),
  tool(2, "TodoWrite", PLAN),
  tool(4, "find_references", REFERENCES, "repo-search"),
  tool(2, "update_claude_comment", COMMENT, "github_comment"),
  tool(0, "NotebookEdit", EDIT),
  tool(0, "WebFetch", SEARCH),
  ...idle("linear", "list_issues", "create_issue", "update_issue", "list_projects", "search")
];
var CLAUDE_TASK = tool(0, "Task", {
  seconds: 20,
  tokens: 600,
  input: (path) => ({ subagent_type: "explorer", description: "Explore", prompt: `Who uses ${path}?` }),
  output: (path) => `${path} is used in three places.`
});
var CODEX_TOOLS = [
  tool(8, "shell", SHELL),
  tool(2, "update_plan", PLAN),
  tool(2, "repo-search__find_references", REFERENCES, "repo-search")
];
var GEMINI_TOOLS = [
  tool(5, "read_file", READ),
  tool(4, "search_file_content", SEARCH),
  tool(2, "list_directory", SEARCH),
  tool(2, "run_shell_command", RUN),
  tool(2, "list_labels", COMMENT, "github"),
  tool(1, "<img src=x onerror=alert(1)>", COMMENT, "=cmd()|' /C calc'!A0")
];
var COPILOT_TOOLS = [
  tool(6, "bash", RUN),
  tool(5, "view", READ),
  tool(5, "list_issues", REFERENCES, "github"),
  tool(4, "list_pull_requests", REFERENCES, "github"),
  tool(2, "find_references", REFERENCES, "repo-search"),
  ...idle("github", "get_code_scanning_alert", "list_dependabot_alerts")
];
var SEARCH_HOST = "api.tavily.com";
var DOCS_TOOLS = [
  tool(6, "docs-index", { ...SEARCH, seconds: 0.3 }, "docs-index"),
  tool(3, "recall answers", { ...SEARCH, seconds: 0.1, tokens: 300 }, "memory"),
  tool(3, "web_search", { ...SEARCH, seconds: 1.4, tokens: 1500 }, "web"),
  tool(1, "post_answer", COMMENT, "github")
];
var DOCS_SUB_AGENT = tool(0, "summarize", {
  seconds: 8,
  tokens: 400,
  input: (path) => ({ page: path }),
  output: (path) => `${path} explains it in two paragraphs.`
});
var NOTES_TOOLS = [
  tool(5, "list_merged_pull_requests", REFERENCES, "github"),
  tool(3, "read_diff", READ),
  tool(1, "recall_style", { ...SEARCH, seconds: 0.1 }, "memory")
];
var registry2 = (host) => ({ input: (path) => ({ host, path }), output: () => "200 OK" });
var STEWARD_TOOLS = [
  tool(6, "fetch_releases", { seconds: 0.6, tokens: 900, ...registry2("registry.npmjs.org") }, "registry"),
  tool(4, "read_advisories", { seconds: 0.9, tokens: 1200, ...registry2("api.osv.dev") }, "registry"),
  tool(3, "resolve_lockfile", { ...RUN, seconds: 7 }),
  tool(1, "recall_decisions", { ...SEARCH, seconds: 0.2 }, "memory"),
  tool(1, '<script>alert("steward")</script>', PLAN, "`rm -rf /`")
];
var STEWARD_HOSTS = {
  fetch_releases: "registry.npmjs.org",
  read_advisories: "api.osv.dev"
};

// action/src/simulator/history/telemetry/claude.ts
var HAIKU = "claude-haiku-4-5-20251001";
var OPUS = "claude-opus-4-7";
var MOST_TURNS = 30;
function claudeWork(scene) {
  const { random, story, at, from, to, cause } = scene;
  const newest = at < story.sonnet5 ? "claude-sonnet-4-5-20250929" : "claude-sonnet-5";
  const loop = within(story.loop, at);
  const model = loop || random.chance(0.1) ? OPUS : newest;
  const isOutage = within(story.outage, at);
  return perform(random, {
    ...{ session: uuid2(random), from, to, model, cause, loop },
    turns: turnsOf(random, scene, loop),
    base: random.around(21e3),
    limit: 16e4,
    tools: CLAUDE_TOOLS,
    task: { tool: CLAUDE_TASK, model: HAIKU },
    aside: HAIKU,
    fallback: model === "claude-sonnet-5" && random.chance(0.06) ? { from: model, to: "claude-sonnet-4-6" } : null,
    answer: random.pick(ANSWERS),
    reasoning: 0,
    down: within(story.searchDown, at) || cause === "tool_timeout" ? ["repo-search"] : [],
    refused: isOutage ? 0.6 : 0.03,
    cacheWrites: true
  });
}
function turnsOf(random, { story, at, cause }, loop) {
  if (cause === "max_turns") return MOST_TURNS;
  if (cause === "rate_limit" || cause === "overloaded") return random.between(1, 4);
  if (loop) return MOST_TURNS - 1;
  const planned = at >= story.prompt3 && at < story.prompt4;
  return Math.min(MOST_TURNS - 1, random.around(planned ? 7 : 11));
}
function claudeFiles(scene, work) {
  const dated = scene.at >= scene.story.sonnet5;
  const common = (at, id) => ({
    session_id: work.session,
    uuid: `${id.slice(0, 8)}-0000-4000-8000-${id.slice(8, 20).padEnd(12, "0")}`,
    ...dated && { timestamp: iso(at) }
  });
  const messages3 = [
    init(scene, work, dated),
    ...work.turns.flatMap((turn) => turnMessages(turn, null, common)),
    ...ending(work, common),
    { ...claudeResult(work), ...common(work.to, "ffffffffffffffffffff") }
  ];
  return { "claude-execution-output.json": JSON.stringify(messages3, null, 2) };
}
function init({ story, at }, work, dated) {
  const servers = [...new Set(CLAUDE_TOOLS.flatMap(({ server }) => server ?? []))];
  return {
    ...{ type: "system", subtype: "init", cwd: "/home/runner/work/agent-fleet/agent-fleet" },
    ...{ session_id: work.session, model: work.fallback?.from ?? work.model, permissionMode: "default" },
    tools: [...CLAUDE_TOOLS, CLAUDE_TASK].map(nameOf2),
    mcp_servers: servers.map((name) => {
      const down = name === "repo-search" && within(story.searchDown, at);
      return { name, status: down ? "failed" : "connected" };
    }),
    ...{
      apiKeySource: "ANTHROPIC_API_KEY",
      output_style: "default",
      slash_commands: [],
      agents: ["explorer"]
    },
    claude_code_version: dated ? "2.1.295" : "2.1.240"
  };
}
function turnMessages(turn, parent, common) {
  const { call, thought, tools, retries, compaction } = turn;
  const id = `msg_${call.id}`;
  const said = [
    { type: "text", text: thought },
    ...tools.map((use2) => ({ type: "tool_use", id: toolId(use2), name: nameOf2(use2.tool), input: use2.input }))
  ];
  return [
    ...compaction === null ? [] : [
      {
        ...{ type: "system", subtype: "compact_boundary" },
        compact_metadata: {
          trigger: "auto",
          pre_tokens: compaction.before,
          post_tokens: compaction.after
        },
        ...common(call.at, call.id)
      }
    ],
    ...Array.from(
      { length: retries },
      (_, index) => retryMessage(index + 1, 529, "overloaded", call, common)
    ),
    ...said.map((block, index) => ({
      type: "assistant",
      message: {
        ...{ id, type: "message", role: "assistant", model: call.model, content: [block] },
        ...{ stop_reason: null, usage: usage({ ...call, output: Math.min(call.output, 3 + index) }) }
      },
      ...{ parent_tool_use_id: parent, request_id: `req_${call.id}` },
      ...common(call.at + call.ms, call.id)
    })),
    ...tools.flatMap((use2) => [
      ...use2.turns.flatMap((inner) => turnMessages(inner, toolId(use2), common)),
      {
        type: "user",
        message: {
          role: "user",
          content: [
            {
              ...{ type: "tool_result", tool_use_id: toolId(use2), content: use2.output },
              ...use2.status !== "success" && { is_error: true }
            }
          ]
        },
        parent_tool_use_id: parent,
        ...common(use2.at + use2.ms, use2.id)
      }
    ])
  ];
}
function retryMessage(attempt, status, error2, call, common) {
  return {
    ...{ type: "system", subtype: "api_retry", attempt, max_retries: 10 },
    ...{ retry_delay_ms: 500 * 2 ** attempt, error_status: status, error: error2 },
    ...common(call.at, call.id)
  };
}
function ending(work, common) {
  const last = work.turns.at(-1)?.call;
  if (last === void 0) return [];
  const { fallback } = work;
  const refusal2 = refusalOf(work);
  const swapped = fallback && {
    ...{ type: "system", subtype: "model_refusal_fallback", trigger: "refusal", direction: "downgrade" },
    ...{ scope: "session", original_model: fallback.from, fallback_model: fallback.to },
    ...{ request_id: `req_${last.id}`, ...common(last.at, last.id) }
  };
  const retries = refusal2?.terminal === "api_error" ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [];
  const synthetic = refusal2 && {
    type: "assistant",
    message: {
      ...{ id: `msg_${last.id}-error`, type: "message", role: "assistant", model: "<synthetic>" },
      ...{ content: [{ type: "text", text: refusal2.text }], stop_reason: "stop_sequence" },
      usage: usage({ fresh: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 })
    },
    ...{ parent_tool_use_id: null, error: refusal2.error, ...common(work.to, last.id) }
  };
  return [
    ...swapped ? [swapped] : [],
    ...retries.map(
      (attempt) => retryMessage(attempt, refusal2?.status ?? 529, refusal2?.error ?? "overloaded", last, common)
    ),
    ...synthetic ? [synthetic] : []
  ];
}

// action/src/simulator/history/telemetry/codex.ts
var CLI = "0.163.0";
var DIRECTORY = "/home/runner/work/agent-fleet/agent-fleet";
function codexWork({ random, story, at, from, to, cause }) {
  const model = at < story.codex53 ? "gpt-5.1-codex" : "gpt-5.3-codex";
  return perform(random, {
    ...{ session: uuid2(random), from, to, model, cause, task: null, aside: null, fallback: null },
    turns: cause === "auth_failed" ? 0 : Math.min(24, random.around(at < story.codex53 ? 9 : 7)),
    base: random.around(11e3),
    limit: 22e4,
    tools: CODEX_TOOLS,
    answer: random.pick(ANSWERS),
    reasoning: 0.6,
    ...{ down: [], refused: 0, loop: false, cacheWrites: false }
  });
}
function codexFiles({ run }, work, of2 = {}) {
  const begun = iso(work.from);
  const day = begun.slice(0, 10).replaceAll("-", "/");
  const lines2 = [
    line(work.from, "session_meta", {
      ...{ id: work.session, timestamp: begun, cwd: DIRECTORY, originator: "codex_github_action" },
      ...{ cli_version: CLI, instructions: null, source: "exec", model_provider: "openai" },
      git: { commit_hash: run.head_sha, branch: run.head_branch, repository_url: run.repository.html_url },
      ...of2.meta
    }),
    line(work.from, "event_msg", { type: "task_started", model_context_window: 272e3 }),
    line(work.from + 3, "turn_context", {
      ...{ cwd: DIRECTORY, approval_policy: "never", sandbox_policy: { mode: "read-only" } },
      ...{ model: work.model, effort: "medium", summary: "auto" }
    }),
    ...of2.asked === void 0 ? [] : [line(work.from + 5, "event_msg", { type: "user_message", message: of2.asked })]
  ];
  const so = [];
  for (const turn of work.turns) {
    so.push(turn.call);
    lines2.push(...turnLines(turn, sumOf(so)));
  }
  lines2.push(
    ...work.cause === null ? [
      line(work.to, "event_msg", { type: "agent_message", message: work.answer }),
      line(work.to, "event_msg", { type: "task_complete", duration_ms: work.to - work.from })
    ] : [line(work.to, "event_msg", { type: "error", message: lastWordOf(work) })]
  );
  return {
    [`${day}/rollout-${begun.slice(0, 19).replaceAll(":", "-")}-${work.session}.jsonl`]: jsonl(lines2)
  };
}
function turnLines({ call, thought, tools }, total) {
  const answered = call.at + call.ms;
  return [
    line(answered, "response_item", {
      type: "reasoning",
      summary: [{ type: "summary_text", text: thought }]
    }),
    line(answered, "event_msg", {
      type: "token_count",
      info: {
        total_token_usage: usage2(total),
        last_token_usage: usage2(sumOf([call])),
        model_context_window: 272e3
      },
      rate_limits: { primary: { used_percent: 12.5, window_minutes: 300, resets_at: null } }
    }),
    ...tools.flatMap((use2) => [
      line(use2.at, "response_item", {
        ...{ type: "function_call", name: use2.tool.name, call_id: `call_${use2.id}` },
        arguments: JSON.stringify(use2.input)
      }),
      line(use2.at + use2.ms, "response_item", {
        ...{ type: "function_call_output", call_id: `call_${use2.id}`, output: outputOf(use2) }
      })
    ])
  ];
}
function outputOf({ status, output, ms }) {
  if (status === "denied") return `failed in sandbox: ${output}`;
  const exit2 = status === "failure" ? 1 : 0;
  return JSON.stringify({
    output,
    metadata: { exit_code: exit2, duration_seconds: Math.round(ms / 100) / 10 }
  });
}
function usage2(sum2) {
  const input = sum2.fresh + sum2.cacheRead + sum2.cacheWrite;
  return {
    ...{ input_tokens: input, cached_input_tokens: sum2.cacheRead, output_tokens: sum2.output },
    ...{ reasoning_output_tokens: sum2.reasoning, total_tokens: input + sum2.output }
  };
}
function codexLog(scene, work) {
  const sum2 = sumOf(work.turns.map((turn) => turn.call));
  const header = [
    `Running: CODEX_HOME=/home/runner/.codex codex "exec" "--skip-git-repo-check" "--sandbox" "read-only"`,
    `OpenAI Codex v${CLI} (research preview)`,
    "--------",
    `workdir: ${DIRECTORY}`,
    `model: ${work.model}`,
    "provider: openai",
    "approval: never",
    "sandbox: read-only",
    "reasoning effort: medium",
    `session id: ${work.session}`,
    "--------"
  ];
  const done = sum2.calls === 0 ? [] : ["tokens used", (sum2.fresh + sum2.output).toLocaleString("en-US")];
  return [...header, ...work.cause === null ? ["codex", work.answer] : [], ...done, ...lastWords(scene)];
}
function lastWordOf({ cause }) {
  if (cause === "auth_failed") return "unexpected status 401 Unauthorized: Incorrect API key provided";
  if (cause === "codex_context") return "Your input exceeds the context window of this model.";
  return "stream disconnected before completion: error sending request";
}
function line(at, type, payload) {
  return { timestamp: iso(at), type, payload };
}

// action/src/simulator/history/telemetry/codex-migration.ts
function migrationFiles(scene, work) {
  const first = work.turns[0]?.call;
  const asked = "Move one module to the new event bus. Let an explorer find its callers first.";
  if (first === void 0) return codexFiles(scene, work, { asked });
  const from = first.at + first.ms;
  const explorer = perform(scene.random, {
    ...{ session: uuid2(scene.random), from, to: Math.round((from + work.to) / 2), model: work.model },
    ...{ turns: scene.random.between(2, 4), base: 8200, limit: 22e4, tools: CODEX_TOOLS, reasoning: 0.4 },
    ...{ task: null, aside: null, fallback: null, cause: null, down: [], refused: 0, loop: false },
    ...{ cacheWrites: false, answer: "It is called in four places, all in src/bus." }
  });
  const meta2 = {
    ...{ parent_thread_id: work.session, agent_role: "explorer" },
    source: { subagent: { thread_spawn: { parent_thread_id: work.session, depth: 1 } } }
  };
  return {
    ...codexFiles(scene, work, { asked }),
    ...codexFiles(scene, explorer, { meta: meta2, asked: "Find every caller of the old event bus." })
  };
}

// action/src/simulator/history/telemetry/copilot.ts
var VERSION = "1.0.78";
function copilotEvents({ run }, work) {
  let last = null;
  let count = 0;
  const event = (at, type, data) => {
    count += 1;
    const id = `${work.session.slice(0, 24)}${String(count).padStart(12, "0")}`;
    const line2 = { type, data, id, timestamp: iso(at), parentId: last };
    last = id;
    return line2;
  };
  return jsonl([
    event(work.from, "session.start", {
      ...{ sessionId: work.session, version: 1, producer: "copilot-agent", copilotVersion: VERSION },
      ...{ startTime: iso(work.from), selectedModel: work.model },
      context: { cwd: "/github/workspace", repository: run.repository.full_name, branch: run.head_branch }
    }),
    event(work.from + 1, "user.message", { content: "Sort what is new, and say what changed." }),
    ...work.turns.flatMap((turn, index) => turnEvents(turn, String(index), event)),
    event(work.to, "session.shutdown", shutdown(work))
  ]);
}
function turnEvents({ call, thought, tools, retries }, turnId, event) {
  const answered = call.at + call.ms;
  return [
    ...Array.from(
      { length: retries },
      () => event(call.at, "model.call_failure", {
        ...{ errorType: "server_error", statusCode: 503, durationMs: 900, failureKind: "api" },
        ...{ source: "top_level", model: call.model }
      })
    ),
    event(call.at, "assistant.turn_start", { turnId }),
    event(answered, "assistant.message", {
      ...{ messageId: call.id, model: call.model, content: thought, outputTokens: call.output, turnId },
      apiCallId: `chatcmpl-${call.id}`,
      toolRequests: tools.map((use2) => ({ toolCallId: use2.id, name: use2.tool.name, arguments: use2.input }))
    }),
    ...tools.flatMap((use2) => {
      const { id: toolCallId, tool: tool2 } = use2;
      const mcp = tool2.server === null ? {} : { mcpServerName: tool2.server, mcpToolName: tool2.name };
      const named = { toolCallId, toolName: tool2.name, model: call.model, turnId, ...mcp };
      const denied = { kind: "denied-by-rules" };
      return [
        event(use2.at, "tool.execution_start", { ...named, arguments: use2.input }),
        ...use2.status === "denied" ? [event(use2.at, "permission.completed", { requestId: use2.id, toolCallId, result: denied })] : [],
        event(use2.at + use2.ms, "tool.execution_complete", {
          ...{ toolCallId, success: use2.status === "success", turnId },
          ...use2.status === "success" ? { result: { content: use2.output } } : { error: { code: use2.status, message: use2.output } }
        })
      ];
    }),
    event(answered, "assistant.turn_end", { turnId })
  ];
}
function shutdown(work) {
  const calls = allCalls(work);
  return {
    ...work.cause === null ? { shutdownType: "routine" } : { shutdownType: "error", errorReason: "MCP server repo-search: Request timed out" },
    ...{ totalPremiumRequests: 0, totalNanoAiu: nanoCredits(calls), totalApiDurationMs: sumOf(calls).ms },
    ...{ sessionStartTime: work.from, currentModel: work.model },
    codeChanges: { linesAdded: 0, linesRemoved: 0, filesModified: [] },
    modelMetrics: Object.fromEntries(
      byModel(calls).map(([model, own2]) => {
        const { calls: count, fresh, cacheRead, cacheWrite, output } = sumOf(own2);
        const inputTokens = fresh + cacheRead + cacheWrite;
        const usage3 = {
          inputTokens,
          outputTokens: output,
          cacheReadTokens: cacheRead,
          cacheWriteTokens: cacheWrite
        };
        return [model, { requests: { count, cost: count }, usage: usage3, totalNanoAiu: nanoCredits(own2) }];
      })
    )
  };
}
function nanoCredits(calls) {
  return (nanoDollars(calls) ?? 0) * 100;
}
function copilotFooter(work) {
  const { fresh, cacheRead, cacheWrite, output } = sumOf(allCalls(work));
  const seconds = Math.round((work.to - work.from) / 1e3);
  const duration3 = seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
  return [
    ...work.turns.flatMap(
      (turn) => turn.tools.map((use2) => `${use2.status === "success" ? "\u25CF" : "\u2717"} ${use2.tool.name}`)
    ),
    work.answer,
    "",
    "Changes   +0 -0",
    `Duration  ${duration3}`,
    `Tokens    \u2191 ${short(fresh + cacheRead + cacheWrite)} \u2022 \u2193 ${short(output)} \u2022 ${short(cacheRead)} (cached)`
  ];
}
function short(tokens2) {
  if (tokens2 < 1e3) return String(tokens2);
  return tokens2 < 1e6 ? `${(tokens2 / 1e3).toFixed(1)}k` : `${(tokens2 / 1e6).toFixed(1)}m`;
}

// action/src/simulator/history/telemetry/copilot-command.ts
function copilotWork({ random, from, to, cause }) {
  return perform(random, {
    ...{ session: uuid2(random), from, to, model: "claude-sonnet-4.5", cause, loop: false },
    ...{ turns: Math.max(3, random.around(6)), base: random.around(14e3), limit: 12e4 },
    ...{ tools: COPILOT_TOOLS, task: null, aside: null, fallback: null, answer: random.pick(ANSWERS) },
    ...{ reasoning: 0, down: [], refused: 0.05, cacheWrites: false }
  });
}
function copilotFiles(scene, work) {
  return { [`${work.session}/events.jsonl`]: copilotEvents(scene, work) };
}

// action/src/core/records/bounds.ts
var DAY_MS = 864e5;
var LONGEST_MS = 40 * DAY_MS;
var MOST_TOKENS = 1e12;
var MOST_USD = 1e6;
var MOST_CREDITS = 1e8;
var MOST_CALLS = 1e7;
var MOST_BYTES = 1e15;
var MOST_FIGURE = 1e15;
var MOST_PERCENT = 1e6;
var HIGHEST_STATUS = 999;
var HIGHEST_NUMBER = 2 ** 31;
var Name = string2().min(1).max(200);
var Ordinal = number2().int().nonnegative().max(1e7);
var Milliseconds = number2().nonnegative().max(LONGEST_MS);
var Tokens = number2().int().nonnegative().max(MOST_TOKENS);
var Calls = number2().int().nonnegative().max(MOST_CALLS);
var SomeCalls = number2().int().positive().max(MOST_CALLS);
var Bytes = number2().int().nonnegative().max(MOST_BYTES);
var Usd = number2().nonnegative().max(MOST_USD);
var Credits = number2().nonnegative().max(MOST_CREDITS);
var Figure = number2().min(-MOST_FIGURE).max(MOST_FIGURE);
var Share = number2().min(0).max(1);
var LONGEST_CONTENT = 2e3;
var Content = string2().max(LONGEST_CONTENT);
var StatusCode = number2().int().min(0).max(HIGHEST_STATUS);
var FIRST_MS = Date.parse("0001-01-01T00:00:00Z");
var LAST_MS = Date.parse("9999-12-31T23:59:59.999Z");
function isWritable(epochMilliseconds) {
  return epochMilliseconds >= FIRST_MS && epochMilliseconds <= LAST_MS;
}
var Instant = iso_exports.datetime({ offset: true }).refine((text2) => isWritable(Date.parse(text2)), "expected a time within the years 0001 to 9999 in UTC");

// action/src/core/records/resources.ts
var sampled = (most) => strictObject({
  peak: most,
  mean: most,
  /** Per minute; null with fewer than 10 samples. */
  slope: Figure.nullable()
});
var Percent = number2().nonnegative().max(MOST_PERCENT);
var Level = number2().nonnegative().max(MOST_BYTES);
var Resources = strictObject({
  samples: Ordinal,
  /** Percent of all cores. */
  cpu_percent: sampled(Percent).nullable(),
  memory_bytes: sampled(Level).nullable(),
  disk_used_bytes: sampled(Level).nullable(),
  /** The agent's process tree: resident bytes and percent of one core. */
  process_memory_bytes: sampled(Level).nullable(),
  process_cpu_percent: sampled(Percent).nullable(),
  /** Memory grew from beginning to end without a stop. */
  steady_growth: boolean2()
});

// action/src/core/telemetry/collected-job.ts
var COLLECTED2 = {
  job: "agentops-job.json",
  otlp: "agentops-otlp.jsonl",
  events: "agentops-events.jsonl",
  /** What programs and `agentops emit` append themselves. */
  emitted: "agentops-emitted.jsonl",
  /** What the files that agents left on the runner tell: an Execution a line. */
  executions: "agentops-executions.jsonl"
};
var Text = string2().max(300);
var CollectedJob = object({
  collected_job: literal(1),
  repository: Text.nullable(),
  run_id: number2().int().positive().nullable(),
  run_attempt: number2().int().positive().nullable(),
  /** The job's key in the workflow file, which is not its name. */
  job: Text.nullable(),
  workflow_sha: Text.nullable(),
  actor: Text.nullable(),
  environment: Text.nullable(),
  service_name: Text.nullable(),
  started_at: iso_exports.datetime(),
  /** Null while it runs, and for a receiver that was killed. */
  ended_at: iso_exports.datetime().nullable(),
  resources: Resources.nullable(),
  accepted: number2().int(),
  refused: number2().int(),
  dropped: number2().int(),
  redactions: record(string2(), number2().int())
});

// action/src/core/statistics/enough.ts
var ENOUGH = {
  /** A share as a percentage; fewer are told as their parts, "3 of 4". */
  rate: 5,
  /** On each side of a comparison. Newcombe's interval holds its level from there on, and so does the rank-sum test. */
  comparison: 10,
  /** The median of something that is ranked by it, or whose spread is drawn. */
  spread: 5,
  /** A percentile is one of the values: below these it would always be the largest. */
  p90: 10,
  p95: 20,
  p99: 100,
  /** On each side of a change point. */
  changePoint: 8,
  /** Failures with a trait, and attempts without it, for it to be what they have in common. */
  specific: 5,
  /** Advice about an agent, of its executions, and how many of them must show what it is about. */
  agentAdvice: 10,
  agentAdviceCases: 3,
  /** Advice about a tool, of its calls. */
  toolAdvice: 20,
  /** Executions that asked the same before that is a habit. */
  sharedInput: 3,
  /** Of the newest runs, calls or responses, for an alert that they break a limit. */
  limit: 20,
  /** On each side, for an alert that something shifted; before a drop of success there must be more. */
  shift: 20,
  dropBefore: 40,
  /** Failures of a workflow in a row, however seldom it fails. */
  inRow: 5,
  /** Failures of one kind in a day: they come in bunches, and fewer are no spike. */
  bunch: 5,
  /** Executions in each of which memory grew, and syncs that all stopped early. */
  memoryInRow: 3,
  syncsInRow: 3,
  /** Attempts of one piece of work within an hour: somebody, or an agent, keeps trying. */
  storm: 3,
  /** People ask for several things under one issue: only what failed again after it had failed is a storm there. */
  stormFailedOfSubject: 2,
  /** Samples of memory or of the processor before they are said to grow. */
  growth: 10,
  /** Complete days before anything is called a spike of spending, and those that say what weekends are like. */
  spikeDays: 7,
  spikeFirmDays: 28,
  /** Complete days of a forecast; with fewer than the second it is rough: its weekends are two or three days. */
  forecastDays: 7,
  forecastFirmDays: 14,
  /** Days from which a forecast was tried before it is told how it did. */
  backTest: 10,
  /** Complete days before a new level is looked for, and how long it must last. */
  levelDays: 21,
  newLevelDays: 2,
  /** Values between whose quartiles a spread is measured. */
  quartiles: 4
};

// action/src/core/statistics/distribution.ts
var Distribution = strictObject({
  n: number2().int(),
  mean: number2().nullable(),
  p50: number2().nullable(),
  p90: number2().nullable(),
  p95: number2().nullable(),
  p99: number2().nullable(),
  max: number2().nullable()
});
function mean(values) {
  return values.length === 0 ? null : sum(Array.from(values)) / values.length;
}
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

// action/src/core/telemetry/resource-samples.ts
var PARTS = 4;
var LEAST_GROWTH = 1.2;
var MOST_KEPT = 2048;
var ResourceSamples = class {
  #samples = [];
  /** Every n-th sample is kept; doubled whenever there are too many. */
  #every = 1;
  #seen = 0;
  #peaks = /* @__PURE__ */ new Map();
  #sums = /* @__PURE__ */ new Map();
  add(sample) {
    for (const measure of MEASURES) {
      const value = sample[measure];
      if (value === null) continue;
      this.#peaks.set(measure, Math.max(value, this.#peaks.get(measure) ?? 0));
      const { sum: sum2, count } = this.#sums.get(measure) ?? { sum: 0, count: 0 };
      this.#sums.set(measure, { sum: sum2 + value, count: count + 1 });
    }
    if (this.#seen % this.#every === 0) this.#samples.push(sample);
    this.#seen += 1;
    if (this.#samples.length <= MOST_KEPT) return;
    this.#samples = this.#samples.filter((_, index) => index % 2 === 0);
    this.#every *= 2;
  }
  /** Null without a sample. */
  finish() {
    if (this.#seen === 0) return null;
    return {
      samples: this.#seen,
      cpu_percent: this.#sampled("cpuPercent"),
      memory_bytes: this.#sampled("memoryBytes"),
      disk_used_bytes: this.#sampled("diskUsedBytes"),
      process_memory_bytes: this.#sampled("processMemoryBytes"),
      process_cpu_percent: this.#sampled("processCpuPercent"),
      steady_growth: this.#growsSteadily("processMemoryBytes") || this.#growsSteadily("memoryBytes")
    };
  }
  #sampled(measure) {
    const [peak, total] = [this.#peaks.get(measure), this.#sums.get(measure)];
    if (peak === void 0 || total === void 0) return null;
    const slope = slopePerMinute(this.#points(measure));
    return {
      peak: round(peak),
      mean: round(total.sum / total.count),
      slope: slope === null ? null : round(slope)
    };
  }
  #growsSteadily(measure) {
    const values = this.#points(measure).map(([, value]) => value);
    if (values.length < ENOUGH.growth) return false;
    const size = Math.floor(values.length / PARTS);
    const means = Array.from(
      { length: PARTS },
      (_, part) => mean(values.slice(part * size, part === PARTS - 1 ? void 0 : (part + 1) * size)) ?? 0
    );
    const rises = means.every((value, part) => part === 0 || value > (means[part - 1] ?? 0));
    return rises && (means.at(-1) ?? 0) >= LEAST_GROWTH * (means[0] ?? 0);
  }
  #points(measure) {
    return this.#samples.flatMap((sample) => {
      const value = sample[measure];
      return value === null ? [] : [[sample.time / 6e4, value]];
    });
  }
};
var MEASURES = [
  "cpuPercent",
  "memoryBytes",
  "diskUsedBytes",
  "processMemoryBytes",
  "processCpuPercent"
];
function slopePerMinute(points) {
  if (points.length < ENOUGH.growth) return null;
  const [x, y] = [mean(points.map(([at]) => at)) ?? 0, mean(points.map(([, value]) => value)) ?? 0];
  const spread = points.reduce((sum2, [at]) => sum2 + (at - x) ** 2, 0);
  if (spread === 0) return null;
  return points.reduce((sum2, [at, value]) => sum2 + (at - x) * (value - y), 0) / spread;
}
function round(value) {
  return Math.round(value * 100) / 100;
}

// action/src/simulator/history/telemetry/collected.ts
var GB = 1e9;
var SAMPLE_MS = 2e3;
function collectedFiles(scene, service, reported) {
  const { run, job, from, to } = scene;
  const note = {
    collected_job: 1,
    repository: run.repository.full_name,
    run_id: run.id,
    run_attempt: run.run_attempt ?? 1,
    job: job.name,
    workflow_sha: run.head_sha,
    actor: run.actor?.login ?? null,
    ...{ environment: "production", service_name: service },
    ...{ started_at: iso(from - 6e3), ended_at: iso(to + 900) },
    resources: sampled2(scene).finish(),
    ...{ accepted: Object.keys(reported).length * 40, refused: 0, dropped: 0, redactions: {} }
  };
  return { [COLLECTED2.job]: JSON.stringify(note, null, 2), ...reported };
}
function sampled2({ random, from, to }) {
  const samples = new ResourceSamples();
  const leak = random.chance(0.15) ? 2.4 : 0.1;
  const base = (0.18 + 0.1 * random.next()) * GB;
  for (let time3 = from; time3 < to; time3 += SAMPLE_MS) {
    const part = (time3 - from) / (to - from);
    const processMemoryBytes = Math.round(base * (1 + leak * part + wobble(random, 0.05)));
    samples.add({
      time: time3,
      cpuPercent: round2(22 + 30 * Math.abs(wobble(random, 1))),
      memoryBytes: Math.round(1.9 * GB + processMemoryBytes + wobble(random, 0.1) * GB),
      diskUsedBytes: Math.round(21 * GB + part * 0.2 * GB),
      processMemoryBytes,
      processCpuPercent: round2(35 + 40 * Math.abs(wobble(random, 1)))
    });
  }
  return samples;
}
function wobble(random, most) {
  return (random.next() - 0.5) * 2 * most;
}
function round2(value) {
  return Math.round(value * 10) / 10;
}

// action/src/simulator/history/telemetry/otlp.ts
function attributesOf(values) {
  return Object.entries(values).flatMap(
    ([key, value]) => value === null ? [] : [{ key, value: anyValue(value) }]
  );
}
function anyValue(value) {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
var nano = (milliseconds) => `${Math.round(milliseconds)}000000`;
function spansRequest(resource, traceId, spans) {
  const reported = spans.map(({ id, parent, name, from, to, attributes, exception = null }) => ({
    ...{ traceId, spanId: id, ...parent !== null && { parentSpanId: parent }, name, kind: 1 },
    ...{ startTimeUnixNano: nano(from), endTimeUnixNano: nano(to), attributes: attributesOf(attributes) },
    events: exception === null ? [] : [{ name: "exception", timeUnixNano: nano(to), attributes: attributesOf(exception) }],
    status: exception === null ? { code: 1 } : { code: 2, message: String(exception["exception.message"]) }
  }));
  return { resourceSpans: [{ resource: of(resource), scopeSpans: [{ scope: SCOPE, spans: reported }] }] };
}
function logsRequest(resource, records2) {
  const reported = records2.map(({ at, traceId, spanId, attributes }) => ({
    ...{ timeUnixNano: nano(at), traceId, spanId, severityNumber: 17, attributes: attributesOf(attributes) }
  }));
  return { resourceLogs: [{ resource: of(resource), scopeLogs: [{ scope: SCOPE, logRecords: reported }] }] };
}
function metricsRequest(resource, metrics) {
  const reported = metrics.map(({ name, unit, kind, points }) => {
    const dataPoints = points.map(pointOf);
    if (kind === "gauge") return { name, unit, gauge: { dataPoints } };
    if (kind === "histogram") return { name, unit, histogram: { dataPoints, aggregationTemporality: 1 } };
    return { name, unit, sum: { dataPoints, aggregationTemporality: 1, isMonotonic: true } };
  });
  return {
    resourceMetrics: [{ resource: of(resource), scopeMetrics: [{ scope: SCOPE, metrics: reported }] }]
  };
}
function pointOf(point) {
  const common = { timeUnixNano: nano(point.at), attributes: attributesOf(point.attributes) };
  if ("value" in point) return { ...common, asDouble: point.value };
  const { values, bounds } = point;
  const bucketOf = (value) => bounds.findIndex((bound) => value <= bound);
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const value of values) {
    const place = bucketOf(value);
    counts[place === -1 ? bounds.length : place] = (counts[place === -1 ? bounds.length : place] ?? 0) + 1;
  }
  return {
    ...common,
    count: String(values.length),
    sum: values.reduce((all, value) => all + value, 0),
    ...values.length > 0 && { min: Math.min(...values), max: Math.max(...values) },
    explicitBounds: bounds,
    bucketCounts: counts.map(String)
  };
}
var SCOPE = { name: "octo.agents" };
var of = (resource) => ({ attributes: attributesOf(resource) });

// action/src/simulator/history/telemetry/docs-assistant.ts
var MODEL = "gpt-5-mini";
var RESOURCE = { "service.name": "docs-assistant", "deployment.environment.name": "production" };
var QUESTIONS = [
  "How do I pin a model version?",
  "Why does the router ignore my budget?",
  "Can the planner resume a session on another machine?",
  "Where are traces kept, and for how long?"
];
function docsWork({ random, from, to, cause }) {
  return perform(random, {
    ...{ session: uuid2(random), from, to, model: MODEL, cause, loop: false },
    ...{ turns: Math.max(3, random.around(5)), base: random.around(5200), limit: 12e4 },
    tools: DOCS_TOOLS,
    task: { tool: DOCS_SUB_AGENT, model: MODEL },
    ...{ aside: null, fallback: null, answer: random.pick(ANSWERS), reasoning: 0.3 },
    ...{ down: cause === "tool_timeout" ? ["web"] : [], refused: 0.02, cacheWrites: false }
  });
}
function docsFiles(scene, work) {
  const trace = work.session.replaceAll("-", "");
  const spans = new Spans(scene, work);
  const requests = [
    spansRequest(RESOURCE, trace, spans.list),
    ...spans.failed.length === 0 ? [] : [
      logsRequest(
        RESOURCE,
        spans.failed.map((log) => ({ ...log, traceId: trace }))
      )
    ],
    metricsRequest(RESOURCE, metricsOf(scene, work))
  ];
  return collectedFiles(scene, "docs-assistant", { [COLLECTED2.otlp]: jsonl(requests) });
}
var Spans = class {
  list = [];
  failed = [];
  #scene;
  constructor(scene, work) {
    this.#scene = scene;
    const question = scene.random.pick(QUESTIONS);
    const root = this.#add(null, "invoke_agent docs-assistant", work.from, work.to, {
      ...{ "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "docs-assistant" },
      ...{ "gen_ai.conversation.id": work.session, "gen_ai.prompt.version": "2" }
    });
    for (const [index, turn] of work.turns.entries()) this.#turn(root, turn, index === 0 ? question : null);
    if (work.cause !== null) root.exception = exceptionOf("RuntimeError", `gave up: ${work.cause}`);
  }
  #turn(parent, { call, thought, tools }, question) {
    this.#add(parent, `chat ${call.model}`, call.at, call.at + call.ms, {
      ...requestOf(call),
      "gen_ai.input.messages": question && messages("user", question),
      "gen_ai.output.messages": messages("assistant", thought)
    });
    for (const use2 of tools) this.#tool(parent, use2);
  }
  #tool(parent, use2) {
    const { tool: tool2, at, ms, status, output } = use2;
    const isCall = tool2.server !== "docs-index" && tool2.server !== "memory";
    const name = isCall ? `execute_tool ${tool2.name}` : `${tool2.server === "memory" ? "memory" : "retrieval"} ${tool2.name}`;
    const span = this.#add(parent, name, at, at + ms, {
      "gen_ai.tool.name": isCall ? tool2.name : null,
      "mcp.server.name": isCall ? tool2.server : null,
      "server.address": tool2.server === "web" ? SEARCH_HOST : null,
      "gen_ai.tool.call.arguments": JSON.stringify(use2.input),
      "gen_ai.tool.call.result": status === "success" ? output : null
    });
    if (status === "failure") {
      span.exception = exceptionOf("TimeoutError", output);
      this.failed.push({ at: at + ms, spanId: span.id, attributes: { ...span.exception } });
    }
    if (use2.turns.length === 0) return;
    const agent = { "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "summarizer" };
    const inner = this.#add(span, "invoke_agent summarizer", at, at + ms, agent);
    for (const turn of use2.turns) this.#turn(inner, turn, null);
  }
  #add(parent, name, from, to, attributes) {
    const id = (this.#scene.job.id * 1e3 + this.list.length).toString(16).padStart(16, "0");
    const span = { id, parent: parent?.id ?? null, name, from, to, attributes };
    this.list.push(span);
    return span;
  }
};
function requestOf(call) {
  return {
    ...{ "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai" },
    ...{ "gen_ai.request.model": call.model, "gen_ai.response.model": `${call.model}-2025-08-07` },
    "gen_ai.response.id": `resp_${call.id}`,
    "gen_ai.usage.input_tokens": promptOf(call),
    "gen_ai.usage.output_tokens": call.output,
    "gen_ai.usage.cache_read.input_tokens": call.cacheRead,
    "gen_ai.usage.reasoning.output_tokens": call.reasoning
  };
}
function messages(role, content) {
  return JSON.stringify([{ role, parts: [{ type: "text", content }] }]);
}
function exceptionOf(type, message) {
  return {
    "exception.type": type,
    "exception.message": message,
    "exception.stacktrace": [
      `${type}: ${message}`,
      "    at search (file:///home/runner/work/agent-fleet/agent-fleet/agents/tools.mjs:41:11)",
      "    at async answer (file:///home/runner/work/agent-fleet/agent-fleet/agents/docs-assistant.mjs:88:19)"
    ].join("\n")
  };
}
function metricsOf({ random, to }, work) {
  const points = (channel, most) => ({
    ...{ attributes: { channel }, at: to, value: random.between(0, most) }
  });
  const scores = Array.from({ length: work.turns.length * 3 }, () => Math.round(random.next() * 100) / 100);
  return [
    {
      ...{ name: "docs.questions.answered", unit: "{question}", kind: "counter" },
      points: [points("issues", 6), points("discussions", 3)]
    },
    {
      ...{ name: "docs.index.pages", unit: "{page}", kind: "gauge" },
      points: [{ attributes: {}, at: to, value: 640 + random.between(0, 30) }]
    },
    {
      ...{ name: "docs.retrieval.score", unit: "1", kind: "histogram" },
      points: [{ attributes: {}, at: to, values: scores, bounds: [0.2, 0.4, 0.6, 0.8] }]
    }
  ];
}

// action/src/simulator/history/telemetry/gemini.ts
var PRO = "gemini-3.1-pro-preview";
var FLASH = "gemini-3-flash-preview";
var LABORATORY = "gemini-4-flash-exp";
var DAY = 86400;
function geminiWork({ random, story, at, from, to, cause }) {
  const isTrial = at >= story.now - 14 * DAY && random.chance(0.4);
  const isBusy = random.chance(0.12);
  return perform(random, {
    ...{ session: uuid2(random), from, to, cause, task: null, aside: null },
    model: isTrial ? LABORATORY : FLASH,
    fallback: isBusy ? { from: PRO, to: FLASH } : null,
    turns: cause === "quota_exceeded" ? 0 : random.between(2, 5),
    base: random.around(9e3),
    limit: 18e4,
    tools: GEMINI_TOOLS,
    answer: '{"labels":["bug","area/router"]}',
    reasoning: 0.5,
    ...{ down: [], refused: 0.04, loop: false, cacheWrites: false }
  });
}
function geminiFiles(scene, work) {
  if (work.cause === "quota_exceeded") {
    const message = "You exceeded your current quota, please check your plan and billing details.";
    const error2 = { session_id: work.session, error: { type: "ApiError", message, code: 429 } };
    const refused = { model: work.model, "error.type": "429", "error.message": message, status_code: 429 };
    return {
      "stdout.log": "",
      "stderr.log": `${JSON.stringify(error2, null, 2)}
`,
      "telemetry.log": records(scene, work, [record2(work, work.to, "gemini_cli.api_error", refused)])
    };
  }
  const answer = { session_id: work.session, response: work.answer, stats: stats(work) };
  return {
    "stdout.log": `${JSON.stringify(answer, null, 2)}
`,
    "stderr.log": "",
    "telemetry.log": records(scene, work, turnRecords(work))
  };
}
function stats(work) {
  const uses = work.turns.flatMap((turn) => turn.tools);
  const names = [...new Set(uses.map((use2) => use2.tool.name))];
  const { count, success, fail, durationMs, decisions } = toolStats(uses);
  return {
    models: Object.fromEntries(byModel(allCalls(work)).map(([model, calls]) => [model, modelStats(calls)])),
    tools: {
      ...{ totalCalls: count, totalSuccess: success, totalFail: fail, totalDurationMs: durationMs },
      totalDecisions: decisions,
      byName: Object.fromEntries(
        names.map((name) => [name, toolStats(uses.filter((use2) => use2.tool.name === name))])
      )
    },
    files: { totalLinesAdded: 0, totalLinesRemoved: 0 }
  };
}
function modelStats(calls) {
  const sum2 = sumOf(calls);
  const prompt = sum2.fresh + sum2.cacheRead;
  return {
    api: { totalRequests: sum2.calls, totalErrors: 0, totalLatencyMs: sum2.ms },
    tokens: {
      ...{ input: sum2.fresh, prompt, candidates: sum2.output - sum2.reasoning, total: prompt + sum2.output },
      ...{ cached: sum2.cacheRead, thoughts: sum2.reasoning, tool: 0 }
    }
  };
}
function toolStats(uses) {
  const success = uses.filter((use2) => use2.status === "success").length;
  const reject = uses.filter((use2) => use2.status === "denied").length;
  return {
    ...{ count: uses.length, success, fail: uses.length - success },
    durationMs: uses.reduce((sum2, use2) => sum2 + use2.ms, 0),
    decisions: { accept: 0, reject, modify: 0, auto_accept: uses.length - reject }
  };
}
function turnRecords(work) {
  return work.turns.flatMap(({ call, tools, retries }, index) => {
    const prompt_id = `${work.session}########${index}`;
    const { model } = call;
    return [
      ...Array.from(
        { length: retries },
        (_, attempt) => record2(work, call.at, "gemini_cli.network_retry_attempt", {
          ...{ attempt: attempt + 1, max_attempts: 10, error_type: "503", delay_ms: 5e3, model }
        })
      ),
      ...work.fallback && work.fallback.to === model && work.turns[index - 1]?.call.model === work.fallback.from ? [record2(work, call.at, "gemini_cli.flash_fallback", { auth_type: "gemini-api-key" })] : [],
      record2(work, call.at + call.ms, "gemini_cli.api_response", {
        ...{
          model,
          duration_ms: call.ms,
          status_code: 200,
          prompt_id,
          finish_reasons: ["STOP"],
          role: "main"
        },
        ...{ input_token_count: promptOf(call), output_token_count: call.output - call.reasoning },
        ...{ cached_content_token_count: call.cacheRead, thoughts_token_count: call.reasoning },
        ...{ tool_token_count: 0, total_token_count: promptOf(call) + call.output }
      }),
      ...tools.map(
        (use2) => record2(work, use2.at + use2.ms, "gemini_cli.tool_call", {
          ...{
            function_name: use2.tool.name,
            duration_ms: use2.ms,
            success: use2.status === "success",
            prompt_id
          },
          decision: use2.status === "denied" ? "reject" : "auto_accept",
          tool_type: use2.tool.server === null ? "native" : "mcp",
          ...use2.tool.server !== null && { mcp_server_name: use2.tool.server },
          ...use2.status !== "success" && { error: use2.output, error_type: "execution_failed" },
          content_length: use2.output.length
        })
      )
    ];
  });
}
function records({ run, topic }, work, more) {
  const config2 = record2(work, work.from, "gemini_cli.config", {
    ...{ model: work.fallback?.from ?? work.model, approval_mode: "yolo", github_event_name: run.event },
    ...{ github_workflow_name: "gemini-cli-triage", github_issue_number: String(topic ?? "") }
  });
  return [config2, ...more].map((each) => `${JSON.stringify(each, null, 2)}
`).join("");
}
function record2(work, at, name, attributes) {
  const time3 = [Math.floor(at / 1e3), at % 1e3 * 1e6];
  const resource = { "service.name": "gemini-cli", "service.version": "v24.9.0", "session.id": work.session };
  return {
    ...{ hrTime: time3, hrTimeObserved: time3 },
    resource: { _rawAttributes: Object.entries(resource) },
    instrumentationScope: { name: "gemini-cli" },
    attributes: {
      ...{ "session.id": work.session, "event.name": name, "event.timestamp": iso(at), interactive: false },
      ...attributes
    },
    _body: name,
    totalAttributesCount: Object.keys(attributes).length + 4
  };
}

// action/src/simulator/history/telemetry/gh-aw.ts
var MODEL2 = "claude-sonnet-4.5";
var RULES = [
  {
    id: "deny-raw-ipv4",
    order: 1,
    action: "deny",
    aclName: "dst_ipv4",
    domains: ["^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$"]
  },
  {
    id: "allow-github",
    order: 2,
    action: "allow",
    aclName: "allowed_domains",
    domains: [".github.com", ".githubcopilot.com"]
  },
  { id: "deny-all", order: 3, action: "deny", aclName: "all", domains: [] }
];
function ghAwWork({ random, story, at, from, to, cause }) {
  return perform(random, {
    ...{ session: uuid2(random), from, to, model: MODEL2, cause, task: null, aside: null, fallback: null },
    turns: random.around(7),
    base: random.around(16e3),
    limit: 12e4,
    tools: COPILOT_TOOLS,
    answer: isNoop(at) ? "Nothing happened since yesterday." : "The daily status is an issue now.",
    reasoning: 0,
    down: within(story.searchDown, at) || cause === "tool_timeout" ? ["repo-search"] : [],
    refused: 0.03,
    loop: false,
    cacheWrites: true
  });
}
function isNoop(at) {
  return [0, 1].includes(new Date(at * 1e3).getUTCDay());
}
function activationFiles(scene) {
  return { "aw_info.json": awInfo(scene), "aw-prompts/prompt.txt": "Report the state of the repository.\n" };
}
function awInfo({ run, story, at, from }) {
  const info = {
    ...{ engine_id: "copilot", engine_name: "GitHub Copilot CLI", model: MODEL2, version: "1.0.78" },
    ...{ agent_version: "1.0.78", cli_version: at < story.firewall ? "v0.61.2" : "v0.74.0" },
    ...{ workflow_name: "Daily Repo Status", experimental: false, supports_tools_allowlist: true },
    ...{ run_id: run.id, run_number: run.run_number, run_attempt: String(run.run_attempt ?? 1) },
    ...{ repository: run.repository.full_name, ref: "refs/heads/main", sha: run.head_sha },
    ...{ actor: run.actor?.login ?? "mona", event_name: run.event, staged: false },
    ...{ allowed_domains: ["defaults", "github"], firewall_enabled: true, awf_version: "v0.27.8" },
    ...{ awmg_version: "v0.3.1", steps: { firewall: "squid" }, created_at: iso(from - 3e4) }
  };
  return JSON.stringify(info, null, 2);
}
function agentFiles(scene, work) {
  const session = `sandbox/agent/logs/copilot-session-state/${work.session}/events.jsonl`;
  const items = [outputOf2(scene)];
  const counted2 = scene.at >= scene.story.firewall;
  return {
    "agent-stdio.log": `${copilotFooter(work).join("\n")}
`,
    [session]: copilotEvents(scene, work),
    "safeoutputs.jsonl": jsonl(items),
    "agent_output.json": JSON.stringify({ items, errors: [] }),
    ...counted2 && {
      "agent_usage.json": agentUsage(work),
      "mcp-logs/rpc-messages.jsonl": rpcMessages(work)
    }
  };
}
function safeOutputFiles(scene) {
  return { "safeoutputs.jsonl": jsonl([outputOf2(scene)]) };
}
function outputOf2({ at, cause }) {
  if (cause !== null)
    return { type: "missing_tool", tool: "find_references", reason: "repo-search timed out" };
  if (isNoop(at)) return { type: "noop", message: "Nothing happened since yesterday." };
  return { type: "create_issue", title: "Daily status <b>of</b> @mona's fleet", body: "All green." };
}
function agentUsage(work) {
  const calls = allCalls(work);
  const { fresh, cacheRead, cacheWrite, output } = sumOf(calls);
  return JSON.stringify({
    ...{
      input_tokens: fresh,
      output_tokens: output,
      cache_read_tokens: cacheRead,
      cache_write_tokens: cacheWrite
    },
    ...{ ai_credits: nanoCredits(calls) / 1e9, primary_model: MODEL2, model_routing: {} }
  });
}
function rpcMessages(work) {
  const uses = mcpUses(work);
  return jsonl(
    uses.flatMap((use2, index) => [
      {
        ...{ timestamp: iso(use2.at), direction: "OUT", type: "REQUEST", server_id: use2.tool.server },
        method: "tools/call",
        payload: {
          ...{ jsonrpc: "2.0", id: index + 1, method: "tools/call" },
          params: { name: use2.tool.name, arguments: use2.input }
        }
      },
      {
        ...{ timestamp: iso(use2.at + use2.ms), direction: "IN", type: "RESPONSE", server_id: use2.tool.server },
        payload: {
          ...{ jsonrpc: "2.0", id: index + 1 },
          ...use2.status === "success" ? { result: { content: [{ type: "text", text: use2.output }] } } : { error: { code: -32001, message: use2.output } }
        }
      }
    ])
  );
}
function mcpUses(work) {
  return work.turns.flatMap((turn) => turn.tools).filter((use2) => use2.tool.server !== null);
}
function firewallFiles(scene, work) {
  return {
    "api-proxy-logs/token-usage.jsonl": tokenUsage(work),
    "audit.jsonl": audit(scene, work),
    "policy-manifest.json": JSON.stringify({
      ...{ version: 1, generatedAt: iso(work.from) },
      rules: RULES.map((rule) => ({ ...rule, protocol: "both", description: rule.id })),
      ...{ dangerousPorts: [22, 25], dnsServers: ["8.8.8.8"], sslBumpEnabled: false, dlpEnabled: false }
    })
  };
}
function tokenUsage(work) {
  const calls = allCalls(work);
  const lines2 = calls.map((call, index) => ({
    ...{ _schema: "token-usage/v0.27.8", timestamp: iso(call.at + call.ms), event: "token_usage" },
    ...{ request_id: `req-${call.id}`, provider: "copilot", model: call.model, path: "/chat/completions" },
    ...{ status: 200, streaming: true, input_tokens: call.fresh, output_tokens: call.output },
    ...{ cache_read_tokens: call.cacheRead, cache_write_tokens: call.cacheWrite, duration_ms: call.ms },
    ...{ x_initiator: index === 0 ? "user" : "agent", ai_credits_this_response: credits([call]) },
    ai_credits_total: credits(calls.slice(0, index + 1))
  }));
  return jsonl(lines2);
}
function credits(calls) {
  return nanoCredits(calls) / 1e9;
}
function audit({ job }, work) {
  const asked = work.turns.map((turn) => ({
    at: turn.call.at,
    host: "api.githubcopilot.com",
    allowed: true
  }));
  const stranger = job.id % 3 === 0 ? [{ at: work.to, host: "evil.example", allowed: false }] : [];
  const lines2 = [...asked, { at: work.from, host: "api.github.com", allowed: true }, ...stranger].map(
    ({ at, host, allowed }) => ({
      ...{ _schema: "audit/v0.27.8", timestamp: iso(at), event: "http_access", client: "172.30.0.20" },
      ...{
        host: `${host}:443`,
        dest: allowed ? "140.82.116.5:443" : "-",
        method: "CONNECT",
        url: `${host}:443`
      },
      ...{ status: allowed ? 200 : 403, decision: allowed ? "TCP_TUNNEL" : "TCP_DENIED" }
    })
  );
  return jsonl(lines2);
}
function usageFiles(scene, work) {
  const uses = mcpUses(work);
  const summary = {
    schema: "usage-activity-summary/v1",
    firewall: { total: work.turns.length + 1, allowed: work.turns.length + 1, blocked_requests: 0 },
    gateway: {
      total_calls: uses.length,
      failed_calls: uses.filter((use2) => use2.status !== "success").length,
      tool_calls: uses.map((use2) => ({
        ...{
          tool_call_id: use2.id,
          timestamp: iso(use2.at),
          server_name: use2.tool.server,
          tool_name: use2.tool.name
        },
        ...{ request_size: JSON.stringify(use2.input).length, response_size: use2.output.length },
        ...{ duration_ms: use2.ms, outcome: use2.status === "success" ? "success" : "failure" }
      }))
    },
    safe_outputs: { items: [outputOf2(scene)] }
  };
  return {
    "activity/summary.json": JSON.stringify(summary),
    "agent_usage.json": agentUsage(work),
    "token_usage.jsonl": tokenUsage(work),
    "aw_info.json": awInfo(scene)
  };
}
function detectionFiles({ job }) {
  const suspicious = job.id % 11 === 0;
  const reasons = suspicious ? ["An issue's text asks the agent to ignore its instructions."] : [];
  const found = { prompt_injection: suspicious, secret_leak: false, malicious_patch: false, reasons };
  return { "detection_result.json": JSON.stringify(found) };
}
function ghAwLog(scene, work) {
  return [...copilotFooter(work), ...lastWords(scene)];
}

// action/src/simulator/history/telemetry/release-notes.ts
var MODEL3 = "claude-haiku-4-5-20251001";
var WINDOW = 2e5;
var MB = 1e6;
var AGENTS = ["researcher", "writer", "editor"];
var ASKED = {
  researcher: "Collect what was merged since the last release, and who did it.",
  writer: "Write release notes of what the researcher found, for people who use the product.",
  editor: "Shorten the notes, and check every link and number in them."
};
function notesWork({ random, from, to, cause }) {
  return perform(random, {
    ...{ session: uuid2(random), from, to, model: MODEL3, cause, loop: false },
    ...{ turns: 3 * Math.max(2, random.around(3)), base: random.around(9e3), limit: 15e4 },
    ...{ tools: NOTES_TOOLS, task: null, aside: null, fallback: null, answer: random.pick(ANSWERS) },
    ...{ reasoning: 0, down: [], refused: 0.02, cacheWrites: true }
  });
}
function notesFiles(scene, work) {
  const emit = emitter(scene, work);
  const share = Math.ceil(work.turns.length / AGENTS.length);
  const events = AGENTS.flatMap((agent, index) => {
    const turns = work.turns.slice(index * share, (index + 1) * share);
    if (work.cause !== null && agent === "editor") return [];
    return executionEvents(scene, work, agent, turns, emit);
  });
  const end = { workflow_type: "sequential", latency_ms: work.to - work.from };
  const reported = [
    ...events,
    emit(work.to, null, { type: "custom.workflow", status: "ok", ...end, ...failure2(work) }),
    ...figures(scene, emit)
  ];
  return collectedFiles(scene, "release-notes", { [COLLECTED2.emitted]: jsonl(reported) });
}
function emitter({ run, job }, work) {
  let spans = 0;
  return (at, agent, { type, ...event }) => {
    spans += 1;
    return {
      ...{ type, timestamp: iso(at), trace_id: work.session.replaceAll("-", "") },
      span_id: (job.id * 1e3 + spans).toString(16).padStart(16, "0"),
      ...agent !== null && { agent_id: agent },
      ...{ workflow_id: "release-notes", workflow_round: work.session.slice(0, 8) },
      ...{ team: "platform", project_id: run.repository.full_name, user_id: run.actor?.login ?? null },
      ...event
    };
  };
}
function executionEvents({ random }, work, agent, turns, emit) {
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === void 0 || last === void 0) return [];
  const memory = () => ({ memory_bytes: Math.round((140 + random.next() * 220) * MB) });
  const isBroken = agent === "writer" && work.cause !== null;
  const end = isBroken ? work.to : last.call.at + last.call.ms + 400;
  return [
    emit(first.call.at, agent, { type: "agent.request.started", input: ASKED[agent] }),
    ...turns.flatMap((turn) => [
      emit(turn.call.at + turn.call.ms, agent, {
        ...{ type: "agent.step.completed", step_name: "draft", step_kind: "thought", status: "ok" },
        ...{ operation: "llm_request", content: turn.thought, ...requestOf2(turn.call), ...memory() }
      }),
      ...turn.tools.map(
        (use2) => emit(use2.at + use2.ms, agent, {
          type: use2.status === "success" ? "agent.tool.called" : "agent.tool.failed",
          ...{ tool_name: use2.tool.name, tool_server: use2.tool.server, latency_ms: use2.ms },
          ...{ input: JSON.stringify(use2.input), output: use2.status === "success" ? use2.output : null },
          ...{ input_bytes: JSON.stringify(use2.input).length, output_bytes: use2.output.length },
          ...use2.status !== "success" && { status: use2.status, error_message: use2.output }
        })
      )
    ]),
    emit(end, agent, {
      ...{ type: "agent.request.completed", status: "ok", latency_ms: end - first.call.at },
      ...isBroken ? failure2(work) : { output: work.answer }
    })
  ];
}
function requestOf2(call) {
  return {
    ...{ provider: "anthropic", model: call.model, latency_ms: call.ms, request_id: `req_${call.id}` },
    ...{ tokens_prompt: promptOf(call), tokens_completion: call.output },
    ...{ tokens_cache_read: call.cacheRead, tokens_cache_write: call.cacheWrite },
    ...{ context_tokens: promptOf(call), context_window: WINDOW }
  };
}
function failure2({ cause }) {
  if (cause === null) return {};
  return {
    ...{ status: "error", error_type: "SyntaxError" },
    error_message: `Unexpected token 'H', "Here are t"... is not valid JSON`,
    error_stack: [
      `SyntaxError: Unexpected token 'H', "Here are t"... is not valid JSON`,
      "    at JSON.parse (<anonymous>)",
      "    at write (file:///home/runner/work/agent-fleet/agent-fleet/agents/release-notes.mjs:52:23)"
    ].join("\n")
  };
}
function figures({ random, to }, emit) {
  const metric = (name, kind, value, more = {}) => emit(to, "editor", { type: "custom.metric", attributes: { name, kind, value, ...more } });
  return [
    metric("release.notes.words", "gauge", random.between(240, 900), { unit: "words" }),
    metric("release.changes", "counter", random.between(4, 40), { "label.kind": "merged" }),
    metric("release.changes", "counter", random.between(0, 5), { "label.kind": "reverted" }),
    metric("release.paragraph.words", "histogram", random.between(20, 80)),
    metric("release.paragraph.words", "histogram", random.between(20, 80))
  ];
}

// action/src/simulator/history/telemetry/steward.ts
var OWN_MODEL = "octo-steward-8b";
var HAIKU2 = "claude-haiku-4-5-20251001";
function stewardWork({ random, story, at, from, to, cause }) {
  const isNoop2 = cause === null && random.chance(0.25);
  return perform(random, {
    ...{ session: uuid2(random), from, to, model: OWN_MODEL, cause, task: null, aside: HAIKU2 },
    fallback: random.chance(0.06) ? { from: OWN_MODEL, to: "claude-sonnet-4-6" } : null,
    turns: isNoop2 ? 2 : Math.max(3, random.around(at < story.steward4 ? 8 : 4)),
    base: random.around(at < story.steward4 ? 7e3 : 4200),
    limit: 6e4,
    tools: STEWARD_TOOLS,
    answer: isNoop2 ? "noop" : "Updates are planned.",
    reasoning: 0.2,
    ...{ down: [], refused: at < story.steward4 ? 0.1 : 0.03, loop: false, cacheWrites: false }
  });
}
function stewardFiles(scene, work) {
  const emit = emitter2(scene, work);
  const events = [
    emit(work.from, { type: "agent.request.started", model: work.model, provider: providerOf(work.model) }),
    ...work.turns.flatMap((turn, index) => turnEvents2(turn, `plan-${index + 1}`, emit)),
    ...work.aside.map((call) => stepCompleted(call, "summary", emit)),
    ...work.fallback ? [
      emit(work.from + 1500, {
        ...{ type: "agent.fallback.triggered", model: work.fallback.to },
        attributes: { from: work.fallback.from, to: work.fallback.to }
      })
    ] : [],
    ...outcome(scene, work, emit),
    ...judged(scene, emit),
    completed(work, emit)
  ];
  return { "events.jsonl": jsonl(events) };
}
var GUARD = { name: "no-secrets", kind: "guardrail" };
function emitter2({ run, job, story, at }, work) {
  const week = Math.floor((at / 86400 - 4) / 7);
  const isNew = at >= story.steward4;
  let spans = 0;
  return (moment3, { type, ...event }) => {
    spans += 1;
    return {
      ...{ type, timestamp: iso(moment3) },
      trace_id: work.session.replaceAll("-", ""),
      span_id: (job.id * 1e3 + spans).toString(16).padStart(16, "0"),
      session_id: `steward-week-${week}`,
      ...{ agent_id: "dependency-steward", agent_type: "planner", team: "platform" },
      ...{ project_id: run.repository.full_name, user_id: run.actor?.login ?? null },
      prompt_version: isNew ? "4" : "3",
      environment: "production",
      ...event
    };
  };
}
function turnEvents2({ call, tools, retries }, name, emit) {
  return [
    ...Array.from(
      { length: retries },
      (_, index) => emit(call.at, {
        ...{ type: "agent.retry", model: call.model, error_type: "provider_overloaded", status_code: 503 },
        attributes: { attempt: index + 1 }
      })
    ),
    stepCompleted(call, name, emit),
    ...tools.map((use2) => toolEvent(use2, emit))
  ];
}
function stepCompleted(call, name, emit) {
  return emit(call.at + call.ms, {
    ...{ type: "agent.step.completed", step_name: name, step_kind: "thought", operation: "llm_request" },
    ...{ status: "success", model: call.model, provider: providerOf(call.model), latency_ms: call.ms },
    ...tokens([call]),
    cost_usd: dollars([call])
  });
}
function toolEvent(use2, emit) {
  const host = STEWARD_HOSTS[use2.tool.name];
  const external = host ? { host, status_code: use2.status === "failure" ? 502 : 200 } : {};
  const named = { tool_name: use2.tool.name, tool_server: use2.tool.server, latency_ms: use2.ms, ...external };
  if (use2.status === "success")
    return emit(use2.at + use2.ms, { type: "agent.tool.called", status: "success", ...named });
  if (use2.status === "failure")
    return emit(use2.at + use2.ms, {
      ...{ type: "agent.tool.failed", status: "failure", error_type: "network", error_message: use2.output },
      ...named
    });
  const policy = { policy_id: "steward:allowlist", policy_result: "deny" };
  return emit(use2.at, { type: "agent.policy.decision", tool_name: use2.tool.name, ...policy });
}
function outcome({ random, cause }, work, emit) {
  if (work.answer === "noop") return [emit(work.to, { type: "custom.noop" })];
  if (cause !== null) return [];
  const updates = random.between(1, 5);
  const allowed = {
    policy_id: "steward:pull-requests",
    policy_result: "allow",
    tool_name: "open_pull_request"
  };
  const spent = emit(work.to, {
    type: "agent.budget.threshold_hit",
    attributes: { percent: 80, limit_usd: 0.05 }
  });
  return [
    emit(work.to, { type: "agent.policy.decision", ...allowed }),
    emit(work.to, { type: "custom.updates-planned", attributes: { updates, largest: "<b>undici</b>" } }),
    ...work.turns.length > 9 ? [spent] : []
  ];
}
function judged({ random, story, at, to }, emit) {
  const better = at >= story.steward4 ? 0.2 : 0;
  const score = Math.min(1, Math.round((0.55 + better + random.next() * 0.3) * 100) / 100);
  const votes = random.between(0, 3);
  return [
    emit(to, { type: "custom.score", attributes: { name: "plan-quality", score, passed: score >= 0.7 } }),
    emit(to, { type: "custom.score", attributes: { ...GUARD, passed: !random.chance(0.06) } }),
    emit(to, {
      type: "custom.metric",
      attributes: { name: "steward.packages.checked", kind: "counter", value: random.between(40, 90) }
    }),
    ...Array.from(
      { length: votes },
      () => emit(to, { type: "custom.reaction", attributes: { emoji: random.pick(["\u{1F44D}", "\u{1F44E}", "\u{1F389}"]) } })
    )
  ];
}
function completed(work, emit) {
  const { cause } = work;
  return emit(work.to, {
    ...{ type: "agent.request.completed", model: work.model, provider: providerOf(work.model) },
    ...{ status: cause === null ? "success" : "failure", latency_ms: work.to - work.from },
    ...cause && { error_type: cause, error_message: "rate_limit_error: try again later" },
    ...tokens(allCalls(work))
  });
}
function tokens(calls) {
  const prompt = calls.reduce((sum2, call) => sum2 + promptOf(call), 0);
  const { output, cacheRead, reasoning } = sumOf(calls);
  return {
    ...{ tokens_prompt: prompt, tokens_completion: output, tokens_total: prompt + output },
    ...{ tokens_cache_read: cacheRead, tokens_reasoning: reasoning }
  };
}
function providerOf(model) {
  return model === OWN_MODEL ? "octo" : "anthropic";
}

// action/src/simulator/history/telemetry/tellers.ts
var TELLERS = /* @__PURE__ */ new Map([
  [
    CLAUDE_CODE,
    {
      ...{ job: "claude", step: "Run Claude Code", work: claudeWork, log: claudeLog },
      artifacts: { "claude-execution-file": claudeFiles }
    }
  ],
  [
    CODEX,
    {
      ...{ job: "review", step: "Run Codex", work: codexWork, log: codexLog },
      artifacts: { "codex-rollout": codexFiles }
    }
  ],
  [
    GEMINI,
    {
      ...{ job: "triage", step: "Run Gemini issue triage", work: geminiWork },
      artifacts: { "gemini-output": geminiFiles }
    }
  ],
  [
    STEWARD_AGENT,
    {
      ...{ job: "steward", step: "Ask the steward", work: stewardWork },
      artifacts: { "agentops-events": stewardFiles }
    }
  ],
  [
    DOCS_ASSISTANT,
    {
      ...{ job: "answer", step: "Answer open questions", work: docsWork },
      artifacts: { "agentops-telemetry": docsFiles }
    }
  ],
  [
    RELEASE_NOTES,
    {
      ...{ job: "write", step: "Write the release notes", work: notesWork },
      artifacts: { "agentops-telemetry": notesFiles }
    }
  ],
  [
    COPILOT_COMMAND,
    {
      ...{ job: "changelog", step: "Ask Copilot", work: copilotWork },
      artifacts: { "copilot-session": copilotFiles }
    }
  ],
  [
    CODEX_MIGRATION,
    {
      ...{ job: "migrate", step: "Run Codex", work: codexWork, log: codexLog },
      artifacts: { "codex-sessions": migrationFiles }
    }
  ],
  [
    DAILY_STATUS,
    {
      ...{ job: "agent", step: "Execute GitHub Copilot CLI", work: ghAwWork, log: ghAwLog },
      artifacts: {
        aw_info: (scene) => ({ "aw_info.json": awInfo(scene) }),
        activation: activationFiles,
        agent: agentFiles,
        "safe-output": safeOutputFiles,
        "firewall-audit-logs": firewallFiles,
        usage: usageFiles,
        detection: detectionFiles
      }
    }
  ]
]);
function reportedIn(artifact, story, occasion, attempt, fate) {
  const teller = TELLERS.get(occasion.blueprint);
  const files = teller?.artifacts[artifact];
  if (teller === void 0 || files === void 0) return "elsewhere";
  if (sceneOf(story, occasion, attempt, fate, teller) === null) return "nothing";
  return () => {
    const scene = sceneOf(story, occasion, attempt, fate, teller);
    return archive(scene === null ? {} : files(scene, teller.work(scene)));
  };
}
function reportedInLog(story, occasion, attempt, fate) {
  const teller = TELLERS.get(occasion.blueprint);
  const scene = teller?.log ? sceneOf(story, occasion, attempt, fate, teller) : null;
  if (!teller?.log || scene === null) return null;
  return { job: scene.job.id, step: scene.step.number, lines: teller.log(scene, teller.work(scene)) };
}

// action/src/simulator/log-text.ts
var BOM = "\uFEFF";
function jobLog(job, spoken = /* @__PURE__ */ new Map()) {
  return BOM + (job.steps ?? []).map((step) => lines(job, step, spoken.get(step.number))).join("");
}
function stepLog(job, step) {
  return BOM + lines(job, step);
}
function lines(job, step, spoken) {
  const started = moment(step.started_at, job.started_at);
  if (step.conclusion === "skipped") return "";
  return messages2(job, step, spoken).map((message, index) => `${timestamp(started, index)} ${message}
`).join("");
}
function moment(...times) {
  return times.map((time3) => Date.parse(time3 ?? "")).find((time3) => !Number.isNaN(time3)) ?? 0;
}
function timestamp(milliseconds, index) {
  return new Date(milliseconds).toISOString().replace(/\d{3}Z$/, `${String(index + 1).padStart(7, "0")}Z`);
}
function messages2(job, step, spoken = outcome2(step)) {
  if (step.name === "Set up job") return setUp(job);
  if (step.name === "Complete job") return ["Cleaning up orphan processes"];
  if (step.name.startsWith("Post ")) return ["Post job cleanup."];
  const command = step.name.replace(/^Run /, "");
  return [
    `##[group]Run ${command}`,
    `\x1B[36;1m${command}\x1B[0m`,
    "shell: /usr/bin/bash -e {0}",
    "##[endgroup]",
    `> ${command}`,
    ...spoken
  ];
}
function outcome2({ conclusion }) {
  if (conclusion === "failure") return ["##[error]Process completed with exit code 1."];
  if (conclusion === "cancelled") return ["##[error]The operation was canceled."];
  return ["Done."];
}
function setUp(job) {
  return [
    "Current runner version: '2.336.0'",
    "##[group]Operating System",
    "Ubuntu",
    "24.04.3",
    "LTS",
    "##[endgroup]",
    "##[group]GITHUB_TOKEN Permissions",
    "Contents: read",
    "Metadata: read",
    "##[endgroup]",
    "Secret source: Actions",
    "Prepare workflow directory",
    "Prepare all required actions",
    `Complete job name: ${job.name}`
  ];
}

// action/src/simulator/history/evidence.ts
function leaveEvidence(truth, { random, story }, occasion, { fate }, attempt) {
  const { run, jobs } = attempt;
  const agent = reportedInLog(story, occasion, attempt, fate);
  for (const job of jobs) {
    if (job.run_attempt !== run.run_attempt) continue;
    const spoken = /* @__PURE__ */ new Map();
    const cause = causeOf(job, fate);
    if (cause) {
      const failed = job.steps?.find((step) => step.name === cause.step);
      if (failed) spoken.set(failed.number, [...cause.output, `##[error]${cause.error}`]);
      truth.annotations.set(job.id, [annotation(job, cause.error)]);
    }
    if (agent?.job === job.id) spoken.set(agent.step, agent.lines);
    if (spoken.size > 0) truth.logs.set(job.id, jobLog(job, spoken));
  }
  const reviewed = reviewedJob(occasion.blueprint, jobs);
  if (reviewed) truth.approvals.set(run.id, [approval(random, reviewed)]);
}
function causeOf(job, fate) {
  if (!("mishap" in fate) || job.name !== fate.mishap.job) return null;
  if (job.conclusion !== "failure" && job.conclusion !== "timed_out") return null;
  return { ...CAUSES[fate.mishap.cause], step: fate.mishap.step };
}
function annotation(job, message) {
  return {
    path: ".github",
    blob_href: `${job.html_url?.split("/actions/")[0]}/blob/${job.head_sha}/.github`,
    start_line: 1,
    end_line: 1,
    start_column: null,
    end_column: null,
    annotation_level: "failure",
    title: "",
    message,
    raw_details: ""
  };
}
function reviewedJob(blueprint, jobs) {
  const guarded2 = blueprint.jobs.filter((job) => job.environment).map((job) => job.name);
  const decided = (job) => job.conclusion === "success" || job.conclusion === "failure";
  return jobs.find((job) => guarded2.includes(job.name) && decided(job));
}
function approval(random, job) {
  const rejected = job.steps?.length === 0;
  return {
    state: rejected ? "rejected" : "approved",
    comment: rejected ? "Not on a Friday." : random.pick(["", "Ship it :rocket:", "Staging looks good."]),
    user: account(random.pick(["mona", "grace-h"])),
    environments: [{ id: 5100000001, node_id: "EN_kwDO1", name: job.name }]
  };
}

// action/src/simulator/history/former-files.ts
var PROMPT = (version2) => `# How Claude works here (v${version2})
`;
function agentFiles2({ prompt3, prompt4, sonnet5, codex53 }) {
  const until = (at, text2) => ({ until: formatUtc(at), text: text2 });
  const claude = CLAUDE_CODE.text.replace("--max-turns", "--model claude-sonnet-4-5 --max-turns");
  const codex = CODEX.text.replace("prompt-file:", "model: gpt-5.1-codex\n          prompt-file:");
  return {
    files: /* @__PURE__ */ new Map([
      [".github/prompts/claude.md", PROMPT(4)],
      [".github/prompts/review.md", "# How Codex reviews here\n"]
    ]),
    formerFiles: /* @__PURE__ */ new Map([
      [CLAUDE_CODE.path, [until(sonnet5, claude)]],
      [CODEX.path, [until(codex53, codex)]],
      [".github/prompts/claude.md", [until(prompt3, PROMPT(2)), until(prompt4, PROMPT(3))]]
    ])
  };
}

// action/src/simulator/conversations.ts
var NOON2 = "2026-11-20T12:00:00Z";
var SHA2 = "4f2c9d1e8b7a6053c2d1e0f9a8b7c6d5e4f30211";
function aPull(overrides = {}, repository = aRepository()) {
  const number3 = overrides.number ?? 101;
  const url = `${repository.url}/pulls/${number3}`;
  const issue2 = `${repository.url}/issues/${number3}`;
  const html = `${repository.html_url}/pull/${number3}`;
  const side = { user: aUser(repository.owner.login), repo: headRepository(repository) };
  const sha = overrides.head?.sha ?? SHA2;
  const statuses = `${repository.url}/statuses/${sha}`;
  const id = overrides.id ?? 29e8 + number3;
  return {
    id,
    node_id: nodeId("PR", id),
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue2,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repository.url}/pulls/comments{/number}`,
    comments_url: `${issue2}/comments`,
    statuses_url: statuses,
    number: number3,
    state: "open",
    locked: false,
    title: "Keep the agents fed",
    user: aUser("mona"),
    body: null,
    labels: [],
    milestone: null,
    created_at: NOON2,
    updated_at: NOON2,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: { label: `${repository.owner.login}:feature`, ref: "feature", sha, ...side },
    base: { label: `${repository.owner.login}:main`, ref: "main", sha: SHA2, ...side },
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue2 },
      comments: { href: `${issue2}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repository.url}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses }
    },
    author_association: "MEMBER",
    auto_merge: null,
    draft: false,
    ...overrides
  };
}
function anIssue(overrides = {}, repository = aRepository()) {
  const number3 = overrides.number ?? 123;
  const id = overrides.id ?? 36e8 + number3;
  const url = `${repository.url}/issues/${number3}`;
  return {
    id,
    node_id: nodeId("I", id),
    url,
    repository_url: repository.url,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repository.html_url}/issues/${number3}`,
    number: number3,
    state: "open",
    state_reason: null,
    title: "An agent lost its way",
    body: null,
    user: aUser("mona"),
    labels: [],
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: null,
    created_at: NOON2,
    updated_at: NOON2,
    author_association: "MEMBER",
    ...overrides
  };
}
function headRepository(repository) {
  const { temp_clone_token: _, ...shown2 } = repository;
  return { ...shown2, has_downloads: true };
}

// action/src/simulator/history/forum.ts
function issuePayloads(life, repository) {
  const fixed = new Map(
    life.pulls.flatMap(({ title, mergedAt }) => {
      const number3 = /^Fix #(\d+)/.exec(title)?.[1];
      return number3 && mergedAt !== null ? [[Number(number3), formatUtc(mergedAt)]] : [];
    })
  );
  return life.issues.map(({ number: number3, at, title, author }) => {
    const closed = fixed.get(number3) ?? null;
    const about = { number: number3, title, user: account(author), author_association: association(author) };
    return anIssue(
      {
        ...about,
        state: closed ? "closed" : "open",
        state_reason: closed ? "completed" : null,
        created_at: formatUtc(at),
        updated_at: closed ?? formatUtc(at),
        closed_at: closed
      },
      repository
    );
  });
}
function pullsByCommit(life, repository) {
  return new Map(
    life.pulls.flatMap(
      (pull) => pull.pushes.map((push) => [push.sha, [pullPayload(pull, push.sha, repository)]])
    )
  );
}
function pullPayload(pull, sha, repository) {
  const plain = aPull({ number: pull.number }, repository);
  const owner = pull.fork?.split("/")[0] ?? repository.owner.login;
  const fork = pull.fork && { ...plain.head.repo, ...aMinimalRepository(pull.fork), fork: true };
  const merged2 = pull.mergedAt === null ? null : formatUtc(pull.mergedAt);
  const closed = pull.closedAt === null ? merged2 : formatUtc(pull.closedAt);
  return aPull(
    {
      number: pull.number,
      title: pull.title,
      user: account(pull.author),
      body: pull.reverts === null ? null : `Reverts ${repository.full_name}#${pull.reverts}`,
      state: closed ? "closed" : "open",
      created_at: formatUtc(pull.at),
      updated_at: closed ?? formatUtc(pull.pushes.at(-1)?.at ?? pull.at),
      closed_at: closed,
      merged_at: merged2,
      author_association: association(pull.author),
      head: {
        label: `${owner}:${pull.branch}`,
        ref: pull.branch,
        sha,
        user: aUser(owner),
        repo: fork || plain.head.repo
      }
    },
    repository
  );
}
function association(login) {
  return MEMBERS.has(login) ? "MEMBER" : "CONTRIBUTOR";
}

// action/src/simulator/history/calendar.ts
var WEEKDAYS = [0.07, 0.95, 1.2, 1.15, 1.1, 0.85, 0.1];
var HOURS = [0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 11, 7, 6, 10, 12, 11, 9, 6, 5, 4, 3, 2, 1, 0];
var BUSY_HOURS = HOURS.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));
function workingMoments(random, span, perDay) {
  return days(span).flatMap((midnight2) => {
    const expected = perDay * (WEEKDAYS[weekdayOf(midnight2)] ?? 0) * (0.6 + 0.8 * random.next());
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
    return Array.from({ length: count }, () => midnight2 + workingSecond(random));
  }).filter((at) => within2(span, at)).sort((a, b) => a - b);
}
function scheduledMoments(random, span, cron) {
  return days(span).filter((midnight2) => cron.weekdays?.includes(weekdayOf(midnight2)) ?? true).flatMap((midnight2) => cron.hours.map((hour) => midnight2 + hour * HOUR_SECONDS + cron.minute * 60)).map((due) => due + random.between(20, 720)).filter((at) => within2(span, at));
}
function days(span) {
  const first = span.start - span.start % DAY_SECONDS;
  return Array.from(
    { length: Math.ceil((span.now - first) / DAY_SECONDS) },
    (_, day) => first + day * DAY_SECONDS
  );
}
function weekdayOf(midnight2) {
  return new Date(midnight2 * 1e3).getUTCDay();
}
function within2(span, at) {
  return at > span.start && at < span.now;
}
function workingSecond(random) {
  return random.pick(BUSY_HOURS) * HOUR_SECONDS + random.between(0, HOUR_SECONDS - 1);
}

// action/src/simulator/history/occasion.ts
function firstTake(fate, actor) {
  return { fate, after: 0, failedOnly: false, actor };
}

// action/src/simulator/history/later-occasions.ts
var WORKDAYS = [1, 2, 3, 4, 5];
function laterOccasions(seed, story, life) {
  const random = seeded(seed + 1e3);
  const onMain = (blueprint, at, more = {}) => {
    const commit = life.mainline.findLast((candidate) => candidate.at <= at) ?? life.mainline[0];
    if (commit === void 0) return [];
    const about = { event: "schedule", actor: "mona", title: blueprint.name, branch: "main", pull: null };
    return [{ ...about, blueprint, at, commit, ...more }];
  };
  const scheduled = (blueprint, cron) => scheduledMoments(random, story, cron).flatMap((at) => onMain(blueprint, at));
  return [
    ...scheduled(DOCS_ASSISTANT, { minute: 20, hours: [7], weekdays: WORKDAYS }),
    ...scheduled(RELEASE_NOTES, { minute: 15, hours: [13], weekdays: [2, 4] }),
    ...scheduled(COPILOT_COMMAND, { minute: 5, hours: [16], weekdays: [1, 3, 5] }),
    ...scheduled(CODEX_MIGRATION, { minute: 40, hours: [5], weekdays: [2] }),
    // Ended minutes ago: its session is active still.
    ...onMain(CLAUDE_CODE, story.now - 16 * 60, {
      ...{ event: "issue_comment", title: "Dark mode contrast in the trace viewer" },
      takes: [firstTake({ conclusion: "success" }, "mona")]
    })
  ].sort((a, b) => a.at - b.at);
}

// action/src/simulator/history/hostile.ts
var HOSTILE_TITLES = [
  "<img src=x onerror=alert(1)>",
  "=cmd()|' /C calc'!A0",
  "Fix `rm -rf /` in | pipes | and ``nested`` ticks",
  "@octo-org/everyone please look, cc @mona @grace-h",
  "Rename \u202Egnp.exe\u202C to something honest",
  `Very long: ${"agent ".repeat(50)}`,
  "\u{1F680}\u{1F525} Ship it \u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466} \u2705",
  "</script><script>alert(document.domain)</script>",
  "\x1B[31mred\x1B[0m \x1B]8;;https://evil.example\x07link\x1B]8;;\x07",
  "::set-output name=token::stolen ##[add-mask]x",
  "[click](javascript:alert(1)) <!-- agentops:summary -->",
  `+1-555-0100, -2+3, "quoted", 'single'; DROP TABLE runs;--`,
  `{{ constructor.constructor("return 1")() }} \${{ github.token }}`
];
var HOSTILE_BRANCHES = [
  "<svg/onload=alert(1)>",
  "feature/`whoami`|tee",
  "=HYPERLINK(evil)",
  "weird/\u{1F984}/$(id)/@{0",
  `long/${"x".repeat(200)}`
];

// action/src/simulator/history/titles.ts
var ISSUE_TITLES = [
  "Agents lose their place after a rate limit",
  "Router sends database questions to the wrong model",
  "Tool output above 1 MB freezes the planner",
  "Session resume forgets the allowed tools",
  "Flaky test: scheduler drifts across midnight",
  "Docs: how to pin a model version",
  "Memory grows while streaming long answers",
  "Retry storms when the provider is overloaded",
  "Budget guard ignores cached tokens",
  "Windows paths break the patch tool",
  "Support OpenTelemetry trace context in tool calls",
  "CLI prints secrets when --debug is set",
  "Planner repeats the same search three times",
  "MCP server timeouts are reported as success",
  "Postgres connection pool runs dry in CI",
  "Structured output fails on nullable enums",
  "Make the approval prompt show the diff",
  "Typo in the getting-started guide",
  "Release notes miss dependency updates",
  "Agent comments twice on the same pull request",
  "Evaluate the new tokenizer",
  "Sandbox cannot reach the package registry",
  "Nightly e2e times out on the checkout flow",
  "Dark mode contrast in the trace viewer",
  "Context window overflows on monorepos"
];
var CHANGE_TITLES = [
  "Cap tool output before it reaches the prompt",
  "Route by embedding distance",
  "Share one connection pool between workers",
  "Trace every tool call",
  "Drop support for Node 18",
  "Explain why a model was chosen",
  "Stream answers through a bounded queue",
  "Rename planner to coordinator",
  "Cache embeddings by content hash",
  "Type the event bus",
  "Measure queue time per runner",
  "Split the trace viewer from the server",
  "Speed up cold starts",
  "Write the threat model down",
  "Remove the legacy session format"
];
var UPDATES = [
  "Bump zod from 4.6.2 to 4.6.7",
  "Bump undici from 7.4.0 to 7.4.1",
  "Bump actions/checkout from 5 to 6",
  "Bump vitest from 5.0.3 to 5.1.1",
  "Bump postgres from 17.1 to 17.2 in /docker",
  "Bump typescript from 6.0.1 to 6.0.3"
];
var PROMPTS = [
  { daysAgo: 76, message: "Prompt v1: describe the repository before the task" },
  { daysAgo: 55, message: "Prompt v2: name the files that may change" },
  { daysAgo: 34, message: "Prompt v3: plan first, then edit, then test" }
];
var PROMPT_4 = "Prompt v4: answer in one pass, skip the plan";
var SLOWDOWN = "Run integration tests against a real Postgres";

// action/src/simulator/history/reverts.ts
var EVERY = 9;
var FIRST = 3;
function takeBack(pulls) {
  const merged2 = pulls.filter(({ author, mergedAt }) => isAgent(author) && mergedAt !== null);
  const taken = /* @__PURE__ */ new Set();
  for (let index = FIRST; index < merged2.length; index += EVERY) {
    const bad = merged2[index];
    const revert = pulls.find(
      (pull) => !taken.has(pull) && pull.at > (bad?.mergedAt ?? Number.POSITIVE_INFINITY) && pull.mergedAt !== null && WRITERS.includes(pull.author) && CHANGE_TITLES.includes(pull.title)
    );
    if (bad === void 0 || revert === void 0) continue;
    taken.add(revert);
    revert.title = `Revert "${bad.title}"`;
    revert.reverts = bad.number;
    revert.branch = `revert-${bad.number}-${bad.branch}`;
    const [first] = revert.pushes;
    if (first !== void 0) first.message = revert.title;
  }
}
function isAgent(author) {
  return author === COPILOT || author === CLAUDE;
}

// action/src/simulator/history/life.ts
var FIRST_NUMBER = 118;
function live(random, story) {
  const issueMoments = workingMoments(random, story, 1.7).map((at) => ({ at, kind: "issue" }));
  const pullMoments = workingMoments(random, story, 1.6).map((at) => ({ at, kind: "pull" }));
  const updates = scheduledMoments(random, story, { minute: 42, hours: [5], weekdays: [2] }).map((at) => ({
    at: at + 15 * 60,
    kind: "update"
  }));
  const issues = [];
  const pulls = [];
  const moments = [...issueMoments, ...pullMoments, ...updates].sort((a, b) => a.at - b.at);
  for (const [index, { at, kind }] of moments.entries()) {
    const number3 = FIRST_NUMBER + index;
    if (kind === "issue") issues.push(openIssue(random, number3, at, issues.length));
    else pulls.push(openPull(random, story, number3, at, pulls.length, kind === "update" ? [] : issues));
  }
  takeBack(pulls);
  return { issues, pulls, mainline: mainline(random, story, pulls) };
}
function openIssue(random, number3, at, index) {
  const hostile = index % 9 === 4 ? HOSTILE_TITLES[(index - 4) / 9 % HOSTILE_TITLES.length] : void 0;
  return {
    number: number3,
    at,
    title: hostile ?? ISSUE_TITLES[index % ISSUE_TITLES.length] ?? "An agent lost its way",
    author: random.pick(hostile ? STRANGERS : [...WRITERS, ...STRANGERS])
  };
}
function openPull(random, story, number3, at, index, issues) {
  const issue2 = issues.at(-random.between(1, 6));
  const { title, author, branch, fork } = change(random, number3, index, issues.length === 0, issue2);
  const pushes = [];
  let pushed = at;
  for (let left = random.between(1, 3); left > 0 && pushed < story.now; left -= 1) {
    const message = pushes.length === 0 ? title : `Address review of #${number3}`;
    pushes.push({ at: pushed, sha: random.hex(40), message, author });
    pushed += random.chance(0.2) ? random.between(240, 900) : random.between(HOUR_SECONDS, 20 * HOUR_SECONDS);
  }
  const merge2 = (pushes.at(-1)?.at ?? at) + random.between(2 * HOUR_SECONDS, 30 * HOUR_SECONDS);
  const mergedAt = merge2 < story.now && random.chance(fork ? 0.5 : 0.88) ? merge2 : null;
  const closedAt = mergedAt === null ? givenUp(number3, pushes.at(-1)?.at ?? at, story) : null;
  return { number: number3, at, title, author, branch, fork, pushes, mergedAt, closedAt, reverts: null };
}
function givenUp(number3, pushed, story) {
  const closedAt = pushed + (number3 % 5 + 2) * DAY_SECONDS;
  return number3 % 3 !== 0 && closedAt < story.now ? closedAt : null;
}
function change(random, number3, index, update, issue2) {
  if (update) {
    const title2 = random.pick(UPDATES);
    return { title: title2, author: STEWARD, branch: `steward/${slug(title2)}`, fork: null };
  }
  const fix = issue2 && `Fix #${issue2.number}: ${issue2.title}`;
  if (index % 7 === 3) {
    const owner = random.pick(STRANGERS);
    const turn = (index - 3) / 7;
    const title2 = HOSTILE_TITLES[turn % HOSTILE_TITLES.length] ?? "Fix typo";
    const branch = HOSTILE_BRANCHES[turn % HOSTILE_BRANCHES.length] ?? "patch-1";
    return { title: title2, author: owner, branch, fork: `${owner}/agent-fleet` };
  }
  if (fix && random.chance(0.24))
    return { title: fix, author: COPILOT, branch: `copilot/fix-${issue2.number}`, fork: null };
  if (fix && random.chance(0.26))
    return { title: fix, author: CLAUDE, branch: `claude/issue-${issue2.number}-${number3}`, fork: null };
  const author = random.pick(WRITERS);
  const title = fix && random.chance(0.4) ? fix : random.pick(CHANGE_TITLES);
  return { title, author, branch: `${author}/${slug(title)}`, fork: null };
}
function mainline(random, story, pulls) {
  const commit = (at, message, author) => ({
    at,
    sha: random.hex(40),
    message,
    author
  });
  const merges = pulls.flatMap(
    (pull) => pull.mergedAt === null ? [] : commit(pull.mergedAt, `${pull.title} (#${pull.number})`, pull.author)
  );
  const turns = [
    commit(story.start, "Keep the agents fed", "mona"),
    ...PROMPTS.map(({ daysAgo, message }) => commit(story.now - daysAgo * DAY_SECONDS, message, "grace-h")),
    commit(story.slowdown, SLOWDOWN, "linus-k"),
    commit(story.prompt4, PROMPT_4, "grace-h")
  ].filter(({ at }) => at >= story.start);
  return [...merges, ...turns].sort((a, b) => a.at - b.at);
}
function slug(title) {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 40);
}

// action/src/simulator/history/occasions.ts
var SUPERSEDED_SECONDS = 420;
function occasionsOf(random, story, life) {
  const main = (at) => life.mainline.findLast((commit) => commit.at <= at) ?? life.mainline[0];
  const onMain = (blueprint, at, event, actor, title) => {
    const commit = main(at);
    return commit ? [{ blueprint, at, event, actor, title, branch: "main", commit, pull: null }] : [];
  };
  const scheduled = (blueprint, actor, moments) => moments.flatMap((at) => onMain(blueprint, at, "schedule", actor, blueprint.name));
  const everyOtherHour = Array.from({ length: 12 }, (_, index) => index * 2);
  return [
    ...life.pulls.flatMap((pull) => pull.pushes.flatMap((push) => checks(random, pull, push))),
    ...life.mainline.flatMap((commit) => merged(random, commit)),
    ...workingMoments(random, story, 3.5).flatMap((at) => {
      const topic = topicAt(random, life, at);
      if (topic === null) return [];
      const asked = random.chance(0.8);
      const actor = random.pick(asked ? WRITERS : [...WRITERS, ...STRANGERS]);
      const takes = asked ? {} : { takes: [firstTake({ conclusion: "skipped" }, actor)] };
      return onMain(CLAUDE_CODE, at, "issue_comment", actor, topic.title).map((occasion) => ({
        ...occasion,
        ...takes,
        topic: topic.number
      }));
    }),
    ...life.issues.flatMap(
      ({ number: number3, at, author, title }) => onMain(GEMINI, at + random.between(2, 20), "issues", author, title).map((occasion) => ({
        ...occasion,
        topic: number3
      }))
    ),
    ...scheduled(NIGHTLY, "grace-h", scheduledMoments(random, story, { minute: 11, hours: [2] })),
    ...scheduled(DAILY_STATUS, "mona", scheduledMoments(random, story, { minute: 3, hours: [6] })),
    ...scheduled(
      STEWARD_AGENT,
      ACTIONS,
      scheduledMoments(random, story, { minute: 42, hours: [5], weekdays: [1, 2, 3, 4, 5] })
    ),
    ...scheduled(
      OWN_SYNC,
      "grace-h",
      scheduledMoments(
        random,
        { start: story.installed, now: story.now },
        { minute: 17, hours: everyOtherHour }
      )
    )
  ];
}
function checks(random, pull, push) {
  const { title, branch, author } = pull;
  const about = { event: "pull_request", actor: author, title, branch, commit: push, pull };
  const test = { ...about, blueprint: CI, at: push.at + random.between(2, 9) };
  const next = pull.pushes[pull.pushes.indexOf(push) + 1];
  if (pull.fork !== null) {
    const refused = push === pull.pushes[0] && random.chance(0.5);
    return [refused ? { ...test, takes: [firstTake({ conclusion: "action_required" }, author)] } : test];
  }
  const superseded = next && next.at - push.at < SUPERSEDED_SECONDS;
  const after = superseded ? next.at - push.at : 0;
  const review = { ...about, blueprint: CODEX, at: push.at + random.between(2, 9) };
  return [
    superseded ? { ...test, takes: [firstTake({ conclusion: "cancelled", after }, author)] } : test,
    ...random.chance(0.7) ? [review] : [],
    ...author === COPILOT ? [delegated(random, pull, push)] : []
  ];
}
function delegated(random, pull, push) {
  const title = push === pull.pushes[0] ? pull.title : `Addressing comment on PR #${pull.number}`;
  const shared = { blueprint: COPILOT_AGENT, event: "dynamic", actor: COPILOT, branch: pull.branch };
  return { ...shared, at: push.at + random.between(4, 30), title, commit: push, pull };
}
function merged(random, commit) {
  const title = commit.message;
  const about = { event: "push", actor: random.pick(WRITERS), title, branch: "main", commit, pull: null };
  const test = { ...about, blueprint: CI, at: commit.at + random.between(2, 6) };
  const deploy = { ...about, blueprint: DEPLOY, at: commit.at + random.between(2, 6) };
  return random.chance(0.65) ? [test, deploy] : [test];
}
function topicAt(random, life, at) {
  const open2 = [...life.issues, ...life.pulls].filter((topic) => topic.at < at);
  const recent = open2.sort((a, b) => b.at - a.at).slice(0, 8);
  return recent.length === 0 ? null : random.pick(recent);
}

// action/src/simulator/history/reception.ts
function receptions(life) {
  return new Map(life.pulls.map((pull) => [pull.number, receptionOf(seeded(pull.number), pull)]));
}
function receptionOf(random, { mergedAt, pushes }) {
  const isMerged = mergedAt !== null;
  const files = random.between(1, 9);
  return {
    additions: files * random.between(4, 60),
    deletions: files * random.between(0, 25),
    changed_files: files,
    approved: isMerged ? random.between(1, 2) : 0,
    changes_requested: Math.max(0, pushes.length - 1) + (isMerged ? 0 : random.between(0, 2)),
    commented: random.between(0, 3),
    up: isMerged ? random.between(0, 2) : 0,
    down: !isMerged && random.chance(0.4) ? 1 : 0
  };
}

// action/src/simulator/history/set-pieces.ts
var ASK = { blueprint: CLAUDE_CODE, event: "issue_comment" };
var BY_HAND = {
  blueprint: NIGHTLY,
  event: "workflow_dispatch",
  actor: "grace-h",
  title: "Nightly e2e"
};
var SUCCESS = { conclusion: "success" };
var failure3 = (mishap) => ({ conclusion: "failure", mishap });
var again = (fate, after) => ({ fate, after, failedOnly: true, actor: "ada-l" });
var REFUSED = failure3({ job: "claude", step: "Run Claude Code", cause: "overloaded" });
var FLAKY = failure3({
  job: "test (ubuntu-latest, 22)",
  step: "Run unit tests",
  cause: "test_failure"
});
var STUCK = {
  conclusion: "timed_out",
  mishap: { job: "e2e (firefox)", step: "Run end-to-end tests", cause: "timeout" }
};
function setPieces(story, life) {
  const onMain = (at, piece) => {
    const commit = life.mainline.findLast((candidate) => candidate.at <= at) ?? life.mainline[0];
    return commit && at > story.start ? [{ ...piece, at, branch: "main", commit, pull: null }] : [];
  };
  return [...storms(onMain, story), ...oddities(onMain, story), ...underWay(onMain, story.now)];
}
function storms(onMain, { now, outage }) {
  const asked = { ...ASK, actor: "linus-k", title: "Retry storms when the provider is overloaded" };
  const stubborn = {
    ...{ blueprint: CI, event: "push", actor: "ada-l", title: "Stream answers through a bounded queue" },
    takes: [firstTake(FLAKY, "ada-l"), again(FLAKY, 150), again(FLAKY, 120), again(SUCCESS, 200)]
  };
  return [
    ...[4, 11, 17, 26, 38].flatMap(
      (minute, index) => onMain(outage.from + minute * 60, {
        ...asked,
        takes: [firstTake(index < 4 ? REFUSED : SUCCESS, "linus-k")]
      })
    ),
    ...onMain(now - 3 * DAY_SECONDS - 5 * HOUR_SECONDS, stubborn)
  ];
}
function oddities(onMain, { now, prompt4 }) {
  const broken = {
    ...{ blueprint: STEWARD_AGENT, event: "push", actor: "margaret-h" },
    title: "Let the steward open more pull requests",
    takes: [firstTake({ conclusion: "startup_failure" }, "margaret-h")]
  };
  const departed = { ...ASK, actor: null, title: "Support OpenTelemetry trace context" };
  const stuck = { ...BY_HAND, takes: [firstTake(STUCK, "grace-h")] };
  const ago = (days2) => now - days2 * DAY_SECONDS;
  return [
    ...[41, 40].flatMap((days2) => onMain(ago(days2), broken)),
    ...[62, 47, 12].flatMap((days2) => onMain(ago(days2), departed)),
    ...onMain(ago(20), stuck),
    ...onMain(prompt4 + 60, { ...ASK, actor: "linus-k", title: "Try the new prompt" })
  ];
}
function underWay(onMain, now) {
  const takes = [firstTake(SUCCESS, "mona")];
  const by = { actor: "mona", takes };
  const tested = {
    ...by,
    blueprint: CI,
    event: "push",
    title: "Cap tool output before it reaches the prompt"
  };
  const asked = { ...by, ...ASK, title: "Nightly e2e times out on the checkout flow" };
  const deployed = { ...by, blueprint: DEPLOY, event: "push", title: "Trace every tool call" };
  return [
    ...onMain(now - 260, tested),
    ...onMain(now - 75, asked),
    ...onMain(now - 40, { ...BY_HAND, ...by, queue: 1800 }),
    ...onMain(now - 95 * 60, { ...deployed, review: 6 * HOUR_SECONDS })
  ];
}

// action/src/simulator/history/story.ts
function tellStory(now, days2) {
  const end = epoch(now);
  const ago = (whole) => end - whole * DAY_SECONDS;
  const outage = workday(ago(5));
  const loop = midnight(workday(ago(27)));
  const searchDown = midnight(workday(ago(9)));
  return {
    start: ago(days2),
    now: end,
    slowdown: workday(ago(24)),
    prompt3: ago(34),
    prompt4: workday(ago(16)),
    installed: ago(12),
    outage: { from: outage, to: outage + 3 * HOUR_SECONDS },
    sonnet5: workday(ago(46)),
    codex53: workday(ago(38)),
    firewall: midnight(ago(41)),
    steward4: midnight(ago(31)),
    loop: { from: loop, to: loop + DAY_SECONDS },
    searchDown: { from: searchDown, to: searchDown + 2 * DAY_SECONDS }
  };
}
function workday(at) {
  const weekday = new Date(at * 1e3).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return midnight(at) - back * DAY_SECONDS + 9 * HOUR_SECONDS + 40 * 60;
}
function midnight(at) {
  return at - at % DAY_SECONDS;
}

// action/src/simulator/history/takes.ts
var CANCELLED = 0.025;
var RERUN = { pull_request: 0.45, push: 0.5, schedule: 0.3 };
var SELDOM = 0.12;
var RERUN_SUCCESS = 0.7;
var MOST_ATTEMPTS = 4;
function drawTakes(random, occasion, story) {
  const { at, actor, event } = occasion;
  const mishaps = occasion.blueprint.mishaps.filter(({ since: since2 }) => since2 === void 0 || at >= since2(story));
  const blueprint = { ...occasion.blueprint, mishaps };
  const takes = [firstTake(drawFate(random, blueprint, blueprint.success(at, story)), actor)];
  while (takes.length < MOST_ATTEMPTS && takes.at(-1)?.fate.conclusion !== "success" && random.chance(RERUN[event] ?? SELDOM))
    takes.push({
      fate: drawFate(random, blueprint, RERUN_SUCCESS),
      after: random.between(90, 2400),
      failedOnly: random.chance(0.65),
      actor: random.pick(WRITERS)
    });
  return takes;
}
function drawFate(random, blueprint, success) {
  if (random.chance(CANCELLED)) {
    const work = blueprint.jobs[0]?.steps.reduce((sum2, step) => sum2 + step.seconds, 0) ?? 0;
    return { conclusion: "cancelled", after: Math.round(work * random.next()) };
  }
  if (random.chance(success)) return { conclusion: "success" };
  const mishap = random.pick(blueprint.mishaps);
  return { conclusion: mishap.cause === "timeout" ? "timed_out" : "failure", mishap };
}

// action/src/core/records/run.ts
var Id = number2().int().positive();
var Seconds = number2().nonnegative();
var Step = strictObject({
  /** Not contiguous: the runner counts post steps back from the end (1\u20268, 16, 17). Unique within the job. */
  number: number2().int(),
  name: string2(),
  status: string2(),
  conclusion: string2().nullable(),
  started_at: Utc.nullable(),
  completed_at: Utc.nullable(),
  duration_seconds: Seconds.nullable()
});
var Job = strictObject({
  /** Equals the id of the job's check run. */
  id: Id,
  /** The attempt that executed the job: below the run's where a partial re-run carried the job over. */
  run_attempt: number2().int().positive(),
  name: string2(),
  status: string2(),
  conclusion: string2().nullable(),
  created_at: Utc.nullable(),
  started_at: Utc.nullable(),
  completed_at: Utc.nullable(),
  duration_seconds: Seconds.nullable(),
  /** The wait for a runner: `started_at \u2212 created_at`, unless something else held the job. */
  queued_seconds: Seconds.nullable(),
  /** What it waited for somebody's approval, the runner then included; null: not known. */
  approval_seconds: Seconds.nullable(),
  labels: array(string2()),
  runner_name: string2().nullable(),
  runner_group_name: string2().nullable(),
  steps: array(Step)
});
var JobTime = strictObject({
  id: Id,
  /** The attempt that executed it. */
  run_attempt: number2().int().positive(),
  status: string2(),
  conclusion: string2().nullable(),
  started_at: Utc.nullable(),
  duration_seconds: Seconds.nullable(),
  labels: array(string2()),
  runner_group_name: string2().nullable(),
  /** Whether a runner is known to have taken it. GitHub gives jobs that never ran a start, too. */
  got_runner: boolean2()
});
var Artifact = strictObject({
  id: Id,
  name: string2(),
  size_in_bytes: number2().int().nonnegative(),
  url: string2(),
  digest: string2().nullable(),
  created_at: Utc.nullable(),
  expires_at: Utc.nullable(),
  expired: boolean2()
});
var PullRequest = strictObject({
  number: Id,
  /** `run`: listed on the run by GitHub. `commit`: found through the commit, as runs of forks list none. */
  source: _enum(["run", "commit"])
});
var Detail = _enum(["full", "pending", "summary"]);
var Run = strictObject({
  id: Id,
  run_number: number2().int(),
  /** 1 where GitHub did not say (payloads from before 2021). */
  run_attempt: number2().int().positive(),
  workflow_id: Id,
  workflow_name: string2().nullable(),
  /** Path without `@ref`: `.github/workflows/ci.yml`, `dynamic/copilot-swe-agent/copilot`. Null when unknown. */
  workflow_file: string2().nullable(),
  display_title: string2().nullable(),
  event: string2(),
  status: string2().nullable(),
  conclusion: string2().nullable(),
  head_branch: string2().nullable(),
  head_sha: string2(),
  head_commit: strictObject({
    /** First line only. */
    message: string2(),
    /** The author's name; addresses are never kept. */
    author: string2().nullable()
  }).nullable(),
  /** `owner/name`; differs from the repository for forks; null for deleted ones. */
  head_repository: string2().nullable(),
  /**
   * Whether its head is not the repository's own, by GitHub's ids: then its workflow, its artifacts and its logs are a
   * stranger's. An unknown head of a pull request's run counts as a fork's.
   */
  from_fork: boolean2(),
  /** Reusable workflows called, as `owner/repo/.github/workflows/x.yml@ref`. */
  referenced_workflows: array(
    strictObject({ path: string2(), sha: string2(), ref: string2().nullable() })
  ),
  actor: string2().nullable(),
  triggering_actor: string2().nullable(),
  created_at: Utc,
  /** Start of this attempt. */
  run_started_at: Utc.nullable(),
  updated_at: Utc.nullable(),
  /** Last job's end \u2212 `run_started_at`; from `updated_at` where jobs are not known; null until completed. */
  duration_seconds: Seconds.nullable(),
  html_url: string2(),
  /** Null: not known (a fork's run before its commit was asked); empty: there is none. */
  pull_requests: array(PullRequest).nullable(),
  /** Null: not asked yet. Artifacts belong to the run, hence stand on its latest attempt. */
  artifacts: array(Artifact).nullable(),
  detail: Detail,
  /** Null unless `detail` is `full`. An empty list is a run that had no jobs (startup failure, approval). */
  jobs: array(Job).nullable(),
  /** What its minutes are made of, where its jobs were dropped by age (`retention.detail-days`); else absent. */
  job_times: array(JobTime).optional()
});

// action/src/core/records/guard-verdict.ts
var GUARD_POLICY = "agentops-guard";
var GUARD_ANSWERS = ["allow", "warn", "unknown", "escalate", "block"];
var GuardAnswer = _enum(GUARD_ANSWERS);
var GuardVerdict = strictObject({
  at: Utc,
  answer: GuardAnswer,
  /** Whether its agent was let through: also one that somebody broke the glass for. */
  allowed: boolean2(),
  reason: string2(),
  /** Why the glass was broken; null: it was not. */
  break_glass: string2().nullable()
});
var MOST_REASON = 500;
function verdictEvent(verdict, rest) {
  return {
    type: "agent.policy.decision",
    timestamp: verdict.at,
    policy_id: GUARD_POLICY,
    policy_result: verdict.answer,
    attributes: {
      allowed: verdict.allowed,
      reason: verdict.reason.slice(0, MOST_REASON),
      ...verdict.break_glass !== null && { break_glass: verdict.break_glass.slice(0, MOST_REASON) },
      ...rest
    }
  };
}

// action/src/core/telemetry/guard-file.ts
var GUARD_ARTIFACT = "agentops-guard";
var GUARD_FILE = "agentops-guard.json";
var GuardFile = object({
  guard: literal(1),
  run_id: number2().int().positive(),
  run_attempt: number2().int().positive(),
  event: record(string2(), unknown())
});

// action/src/simulator/history/guard-decisions.ts
var WARNED = 6;
function guardUploads({ run, jobs }, nextId) {
  const steps = jobs.flatMap((job) => job.steps ?? []);
  return steps.filter(({ name, conclusion }) => name === "AgentOps guard" && conclusion !== "skipped").flatMap(({ started_at, completed_at, conclusion }) => {
    if (!started_at || !completed_at) return [];
    const stopped = conclusion === "failure";
    const answer = stopped ? "block" : run.id % WARNED === 0 ? "warn" : "allow";
    const spent = { block: "$0.11", warn: "$0.09", allow: "$0.04" }[answer];
    const reason = `budget triage: ${spent} spent of $0.10`;
    const verdict = { at: started_at, answer, allowed: !stopped, reason, break_glass: null };
    const file = {
      guard: 1,
      run_id: run.id,
      run_attempt: run.run_attempt ?? 1,
      event: verdictEvent(verdict, {})
    };
    const id = nextId();
    const name = `${GUARD_ARTIFACT}-${id.toString(16).padStart(8, "0").slice(-8)}`;
    const payload = anArtifact(run, { id, name, size_in_bytes: 420, created_at: completed_at });
    return [{ payload, zip: () => archive({ [GUARD_FILE]: `${JSON.stringify(file)}
` }) }];
  });
}

// action/src/simulator/history/uploads.ts
var LOST = 0.03;
function uploadsOf(story, occasion, attempt, fate, nextId) {
  const { run } = attempt;
  if (run.conclusion !== "success" && run.conclusion !== "failure") return [];
  const random = seeded(run.id % 2 ** 32);
  const isLost = random.chance(LOST);
  const guarded2 = guardUploads(attempt, nextId);
  const others = (occasion.blueprint.artifacts ?? []).filter(({ when }) => when === "always" || when === run.conclusion).filter(({ during }) => during === void 0 || during(epoch(run.created_at), story)).flatMap(({ name, bytes, days: days2 }) => {
    const reported = reportedIn(name, story, occasion, attempt, fate);
    if (reported === "nothing" || reported !== "elsewhere" && isLost) return [];
    const expires = addSeconds(run.updated_at, days2 * DAY_SECONDS);
    const payload = anArtifact(run, {
      id: nextId(),
      name,
      size_in_bytes: random.around(bytes),
      digest: `sha256:${random.hex(64)}`,
      expires_at: expires,
      expired: epoch(expires) < story.now
    });
    return [reported === "elsewhere" ? { payload } : { payload, zip: reported }];
  });
  return [...guarded2, ...others];
}

// action/src/simulator/history/seeded.ts
var FULL_NAME = "octo-org/agent-fleet";
var FIRST_RUN = 352e8;
var RUNS_A_SECOND = 100;
var FIRST_JOB = 103e9;
var FIRST_LATER_JOB = 104e9;
var FIRST_ARTIFACT = 69e8;
var CREDITED_DAYS = 20;
function seededHistory(options) {
  const { now, seed = 7, days: days2 = 90 } = options;
  const random = seeded(seed);
  const story = tellStory(now, days2);
  const life = live(random, story);
  const truth = settle2(life, story);
  const within3 = ({ at }) => at > story.start && at < story.now;
  const first = [...occasionsOf(random, story, life), ...setPieces(story, life)].filter(within3);
  const later = new Set(laterOccasions(seed, story, life).filter(within3));
  const occasions = [...first, ...later].sort((a, b) => a.at - b.at);
  const ofFirst = { random, nextJobId: counter(FIRST_JOB, 13) };
  const ofLater = { random: seeded(seed + 2e3), nextJobId: counter(FIRST_LATER_JOB, 13) };
  const nextArtifactId = counter(FIRST_ARTIFACT, 7);
  const numbers = /* @__PURE__ */ new Map();
  const repository = aMinimalRepository(FULL_NAME);
  const forks = /* @__PURE__ */ new Map();
  let index = 0;
  for (const occasion of occasions) {
    const { blueprint, at, pull } = occasion;
    const source = later.has(occasion) ? ofLater : ofFirst;
    const number3 = (numbers.get(blueprint.id) ?? 0) + 1;
    numbers.set(blueprint.id, number3);
    const id = FIRST_RUN + (at - story.start) * RUNS_A_SECOND + index;
    const head = pull?.fork ? forkOf(forks, pull.fork) : repository;
    const { nextJobId } = source;
    const stage = { random: seeded(source.random.between(0, 2 ** 32 - 1)), story, nextJobId };
    if (source === ofFirst) index += 1;
    const takes = occasion.takes ?? drawTakes(stage.random, occasion, story);
    const attempts = performRun(stage, occasion, takes, { id, number: number3, repository, head });
    truth.runs.push({ attempts });
    for (const [place, attempt] of attempts.entries()) {
      const take = takes[place];
      if (take === void 0) continue;
      leaveEvidence(truth, stage, occasion, take, attempt);
      if (place === attempts.length - 1)
        truth.artifacts.push(...uploadsOf(story, occasion, attempt, take.fate, nextArtifactId));
    }
  }
  return truth;
}
function settle2(life, story) {
  const start = formatUtc(story.start);
  const repository = aRepository({
    full_name: FULL_NAME,
    description: "Agents that keep each other's promises",
    created_at: addSeconds(start, -3 * DAY_SECONDS),
    updated_at: formatUtc(story.now),
    pushed_at: formatUtc(story.now)
  });
  const files = CAST.filter(({ text: text2 }) => text2 !== "").map(({ path, text: text2 }) => [path, text2]);
  const former = agentFiles2(story);
  const credited = dayOf(addSeconds(formatUtc(story.now), -CREDITED_DAYS * DAY_SECONDS));
  const permissions = [...MEMBERS].map(([login, { permission }]) => [login, permission]);
  return emptyRepository(FULL_NAME, {
    repository,
    workflows: CAST.map((blueprint) => {
      const since2 = blueprint === OWN_SYNC ? formatUtc(story.installed) : addSeconds(start, -2 * DAY_SECONDS);
      const { id, name, path } = blueprint;
      return aWorkflow({ id, name, path, created_at: since2, updated_at: since2 });
    }),
    files: new Map([
      ...files,
      ...former.files,
      [".github/agentops.yml", configuration(credited)],
      [".github/agentops.test.yml", POLICY_CASES]
    ]),
    formerFiles: former.formerFiles,
    pulls: pullsByCommit(life, repository),
    receptions: receptions(life),
    issues: issuePayloads(life, repository),
    collaborators: new Map(permissions)
  });
}
function forkOf(forks, fullName) {
  const known = forks.get(fullName) ?? { ...aMinimalRepository(fullName), fork: true };
  forks.set(fullName, known);
  return known;
}
function counter(first, step) {
  let last = first;
  return () => last += step;
}

// action/src/simulator/server.ts
var import_node_http = require("node:http");
var import_promises = require("node:timers/promises");

// action/src/core/errors.ts
function describe2(thrown) {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause === void 0 ? "" : `: ${describe2(thrown.cause)}`;
  return `${thrown.message}${cause}`.replaceAll(/\s*\n\s*/g, " ");
}

// action/src/simulator/answer.ts
var DOCS = "https://docs.github.com/rest";
function json(value, status = 200, headers = {}) {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value)
  };
}
function problem(status, message, details = {}) {
  return json({ message, documentation_url: DOCS, ...details, status: String(status) }, status);
}
var notFound = () => problem(404, "Not Found");
var empty = (status = 204) => ({ status, headers: {}, body: "" });
var redirect = (location) => ({
  status: 302,
  headers: { location, "content-type": "text/html;charset=utf-8" },
  body: ""
});
var invalid = (error2) => problem(422, "Validation Failed", { errors: [error2] });
var missing = (field) => problem(422, `Invalid request.

"${field}" wasn't supplied.`);
var defect = (thrown) => problem(500, `Simulator defect: ${describe2(thrown)}`);

// action/src/simulator/permissions.ts
function accepts(permissions, needs) {
  if (permissions === null) return true;
  return needs.some((need) => {
    const [name = "", access] = need.split("=");
    const granted = name === "metadata" ? "read" : permissions[name.replaceAll("_", "-")];
    return granted === "write" || granted === access;
  });
}
var acceptedPermissions = (needs) => needs.join("; ");

// action/src/simulator/access.ts
function authenticate(authorization, token) {
  if (authorization === void 0) return "anonymous";
  const [scheme = "", credentials = ""] = authorization.split(/ +/);
  const given2 = /^basic$/i.test(scheme) ? Buffer.from(credentials, "base64").toString().split(":").at(-1) : /^(token|bearer)$/i.test(scheme) && credentials;
  return given2 === token ? "token" : null;
}
function refuse(caller, installed, permissions, repository, route) {
  const own2 = caller === "token" && installed;
  if (repository.private && !own2) return notFound();
  const writes = route.method !== "GET";
  if (caller === "anonymous" && writes) return problem(401, "Requires authentication");
  if (caller === "anonymous" && route.signIn) return problem(403, "Must have admin rights to Repository.");
  if (own2 ? accepts(permissions, route.needs) : !writes) return null;
  return problem(403, "Resource not accessible by integration");
}

// action/src/simulator/etag.ts
var import_node_crypto = require("node:crypto");
function revalidate(answer, request) {
  if (answer.status !== 200) return answer;
  const hash = (0, import_node_crypto.createHash)("sha256").update(`${request.accept}:${request.authorization}:`).update(answer.body);
  const etag = `W/"${hash.digest("hex")}"`;
  const headers = { ...answer.headers, etag, "cache-control": "private, max-age=60, s-maxage=60" };
  if (!matches(request["if-none-match"], etag)) return { ...answer, headers };
  const { "content-type": _, ...kept } = headers;
  return { status: 304, headers: kept, body: "" };
}
function matches(ifNoneMatch, etag) {
  const weak = (tag) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch?.split(",").some((given2) => weak(given2) === weak(etag)) ?? false;
}

// action/src/simulator/bare-repository.ts
var import_node_child_process = require("node:child_process");
var GITHUB = { NAME: "GitHub", EMAIL: "noreply@github.com" };
function gitIn(bare, args, input = "", env = {}) {
  const { PATH } = process.env;
  const people = {
    ...{ GIT_AUTHOR_NAME: GITHUB.NAME, GIT_AUTHOR_EMAIL: GITHUB.EMAIL },
    ...{ GIT_COMMITTER_NAME: GITHUB.NAME, GIT_COMMITTER_EMAIL: GITHUB.EMAIL }
  };
  const options = { cwd: bare, input, env: { PATH, ...people, ...env }, encoding: "utf8" };
  return (0, import_node_child_process.execFileSync)("git", [...args], options).trim();
}
function tipOf(bare, branch) {
  return gitIn(bare, ["for-each-ref", "--format=%(objectname)", `refs/heads/${branch}`]) || null;
}
function fileOn(bare, branch, path) {
  const tip = tipOf(bare, branch);
  const id = tip === null ? "" : gitIn(bare, ["ls-tree", "--object-only", tip, "--", path]);
  return id === "" ? null : (0, import_node_child_process.execFileSync)("git", ["cat-file", "blob", id], { cwd: bare, encoding: "utf8" });
}
function commitOnTip(bare, { branch, expectedHeadOid, ...asked }) {
  const { additions = [], deletions = [] } = asked.fileChanges;
  const env = { GIT_INDEX_FILE: `${bare}/api-index` };
  gitIn(bare, ["read-tree", expectedHeadOid], "", env);
  const lines2 = [
    ...additions.map(
      ({ path, contents }) => `100644 ${blob(bare, Buffer.from(contents, "base64"))}	${path}\0`
    ),
    ...deletions.map(({ path }) => `0 ${"0".repeat(40)}	${path}\0`)
  ];
  gitIn(bare, ["update-index", "-z", "--index-info"], lines2.join(""), env);
  const tree = gitIn(bare, ["write-tree"], "", env);
  const commit = gitIn(bare, ["commit-tree", tree, "-p", expectedHeadOid, "-m", asked.message.headline]);
  gitIn(bare, ["update-ref", `refs/heads/${branch.branchName}`, commit, expectedHeadOid]);
  return commit;
}
function blob(bare, content) {
  return gitIn(bare, ["hash-object", "-w", "--stdin"], content);
}

// action/src/simulator/objects.ts
var import_node_crypto2 = require("node:crypto");
function blobId(text2) {
  const bytes = Buffer.from(text2);
  return (0, import_node_crypto2.createHash)("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
function textAt(repository, expression) {
  const [, sha = "", path = ""] = /^([^:]+):(.*)$/s.exec(expression) ?? [];
  if (sha === "HEAD") return repository.files.get(path) ?? null;
  if (!/^[0-9a-f]{40}$/.test(sha))
    return repository.bare === void 0 ? null : fileOn(repository.bare, sha, path);
  const run = repository.runs.flatMap(({ attempts }) => attempts).find(({ run: run2 }) => run2.head_sha === sha)?.run;
  if (run === void 0) return null;
  const at = run.head_commit?.timestamp ?? run.created_at;
  const former = repository.formerFiles?.get(path)?.find(({ until }) => Date.parse(at) < Date.parse(until));
  return former?.text ?? repository.files.get(path) ?? null;
}

// action/src/simulator/graphql.ts
var PULL = /\b(\w+): pullRequest\(number: (\d+)\)/g;
var OBJECT = /\b(\w+): object\(expression: ("(?:[^"\\]|\\.)*")\)/g;
var FORBIDDEN = "Resource not accessible by integration";
function answerGraphql(world, body) {
  const query = String(body.query ?? "");
  if (/\bviewer\b/.test(query)) return json({ data: { viewer: { login: world.login } } });
  if (query.includes("createCommitOnBranch")) return commitOnBranch(world, body.variables);
  const { owner, name } = { ...body.variables };
  const fullName = `${owner}/${name}`.toLowerCase();
  const repository = world.repositories.find((each) => each.repository.full_name.toLowerCase() === fullName);
  const asked = [...query.matchAll(PULL)].map(([, alias = "", number3]) => ({
    alias,
    number: Number(number3)
  }));
  if (repository === void 0)
    return json({
      data: { repository: null },
      errors: [
        problem2(
          "NOT_FOUND",
          ["repository"],
          `Could not resolve to a Repository with the name '${owner}/${name}'.`
        )
      ]
    });
  const errors = [];
  const found = asked.map(({ alias, number: number3 }) => {
    const path = ["repository", alias];
    const pull = accepts(world.permissions, ["pull_requests=read"]) ? pullOf2(repository, number3) : void 0;
    if (pull !== void 0) return [alias, outcome3(repository, pull)];
    errors.push(
      accepts(world.permissions, ["pull_requests=read"]) ? problem2("NOT_FOUND", path, `Could not resolve to a PullRequest with the number of ${number3}.`) : problem2("FORBIDDEN", path, FORBIDDEN)
    );
    return [alias, null];
  });
  for (const [, alias = "", expression = ""] of query.matchAll(OBJECT)) {
    const mayRead = accepts(world.permissions, ["contents=read"]);
    if (!mayRead) errors.push(problem2("FORBIDDEN", ["repository", alias], FORBIDDEN));
    const text2 = mayRead ? textAt(repository, JSON.parse(expression)) : null;
    found.push([alias, text2 === null ? null : blobOf(text2)]);
  }
  return json({ data: { repository: Object.fromEntries(found) }, ...errors.length > 0 && { errors } });
}
function commitOnBranch({ repositories, permissions }, variables) {
  const { input } = variables;
  const named = input.branch.repositoryNameWithOwner.toLowerCase();
  const bare = repositories.find(({ repository }) => repository.full_name.toLowerCase() === named)?.bare;
  const path = ["createCommitOnBranch"];
  const failed = (type, message) => json({ data: { createCommitOnBranch: null }, errors: [problem2(type, path, message)] });
  if (bare === void 0)
    return failed("NOT_FOUND", `Could not resolve to a Repository with the name '${named}'.`);
  if (!accepts(permissions, ["contents=write"])) return failed("FORBIDDEN", FORBIDDEN);
  const tip = tipOf(bare, input.branch.branchName);
  if (tip === null) return failed("NOT_FOUND", `Branch \`${input.branch.branchName}\` was not found.`);
  if (tip !== input.expectedHeadOid)
    return failed("STALE_DATA", `Expected branch to point to "${tip}" but it did not. Pull and try again.`);
  return json({ data: { createCommitOnBranch: { commit: { oid: commitOnTip(bare, input) } } } });
}
var LONGEST_TEXT = 512e3;
function blobOf(text2) {
  return { oid: blobId(text2), text: text2.slice(0, LONGEST_TEXT), isTruncated: text2.length > LONGEST_TEXT };
}
function problem2(type, path, message) {
  return { type, path, message, locations: [{ line: 1, column: 1 }] };
}
function pullsOf(repository) {
  return new Map([...repository.pulls.values()].flat().map((pull) => [pull.number, pull]));
}
function pullOf2(repository, number3) {
  return pullsOf(repository).get(number3);
}
function outcome3(repository, pull) {
  const reception = repository.receptions.get(pull.number);
  const count = (totalCount = 0) => ({ totalCount });
  const mention = new RegExp(`#${pull.number}\\b`);
  const sources = [...pullsOf(repository).values()].filter(
    (other) => other.number !== pull.number && mention.test(other.body ?? "")
  );
  return {
    number: pull.number,
    title: pull.title,
    state: pull.merged_at ? "MERGED" : pull.state.toUpperCase(),
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    mergedAt: pull.merged_at,
    closedAt: pull.closed_at,
    isDraft: pull.draft ?? false,
    additions: reception?.additions ?? 0,
    deletions: reception?.deletions ?? 0,
    changedFiles: reception?.changed_files ?? 0,
    headRefName: pull.head.ref,
    headRepository: pull.head.repo === null ? null : { nameWithOwner: pull.head.repo.full_name },
    author: authorOf(pull),
    approved: count(reception?.approved),
    changesRequested: count(reception?.changes_requested),
    commented: count(reception?.commented),
    up: count(reception?.up),
    down: count(reception?.down),
    timelineItems: {
      nodes: sources.map(({ number: number3, title, body, merged_at }) => ({
        isCrossRepository: false,
        source: { number: number3, title, body: body ?? "", merged: merged_at !== null }
      }))
    }
  };
}
function authorOf({ user }) {
  if (user === null) return null;
  if (user.login === "Copilot") return { __typename: "Bot", login: "copilot-swe-agent" };
  const isBot = user.login.endsWith("[bot]");
  return { __typename: isBot ? "Bot" : "User", login: user.login.replace(/\[bot\]$/, "") };
}

// action/src/simulator/endpoints/artifacts.ts
var import_adm_zip2 = __toESM(require_adm_zip(), 1);

// action/src/simulator/pagination.ts
var DEFAULT_PER_PAGE = 30;
var MAX_PER_PAGE = 100;
function paginate(request, all) {
  const perPage = Math.min(positive(request.query.get("per_page")) ?? DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page4 = positive(request.query.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const links = [
    page4 > 1 && link("prev", Math.min(page4 - 1, last)),
    page4 < last && link("next", page4 + 1),
    page4 < last && link("last", last),
    page4 > 1 && link("first", 1)
  ].filter((text2) => text2 !== false);
  return {
    items: all.slice((page4 - 1) * perPage, page4 * perPage),
    headers: links.length === 0 ? {} : { link: links.join(", ") }
  };
  function link(rel, target) {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    return `<${request.address}?${query}>; rel="${rel}"`;
  }
}
function listing(request, all) {
  const { items, headers } = paginate(request, all);
  return json(items, 200, headers);
}
function counted(request, key, all, total = all.length, show = (item) => item) {
  const { items, headers } = paginate(request, all);
  return json({ total_count: total, [key]: items.map(show) }, 200, headers);
}
function positive(text2) {
  const number3 = Number.parseInt(text2 ?? "", 10);
  return number3 > 0 ? number3 : null;
}

// action/src/simulator/run-index.ts
var indexes = /* @__PURE__ */ new WeakMap();
function touch(repository) {
  indexes.delete(repository);
}
function newestFirst(repository) {
  return indexOf(repository).newestFirst;
}
function latest(attempts) {
  const last = attempts.at(-1);
  if (last === void 0) throw new Error("a simulated run without attempts");
  return last.run;
}
function findRun(repository, id) {
  const known = (attempts2) => attempts2?.at(-1)?.run.id === id;
  const attempts = indexOf(repository).runs.get(id);
  if (known(attempts)) return attempts ?? null;
  touch(repository);
  return indexOf(repository).runs.get(id) ?? null;
}
function findJob(repository, id) {
  const found = lookUp();
  if (found !== null) return found;
  touch(repository);
  return lookUp();
  function lookUp() {
    const attempt = indexOf(repository).jobs.get(id);
    const job = attempt?.jobs.find((candidate) => candidate.id === id);
    return attempt && job ? { attempt, job } : null;
  }
}
function indexOf(repository) {
  const known = indexes.get(repository);
  if (known?.source === repository.runs && known.length === repository.runs.length) return known;
  const rows = repository.runs.map(({ attempts }) => ({
    created: Date.parse(latest(attempts).created_at),
    attempts
  }));
  const index = {
    source: repository.runs,
    length: repository.runs.length,
    newestFirst: rows.sort((a, b) => b.created - a.created || latest(b.attempts).id - latest(a.attempts).id),
    runs: new Map(rows.map(({ attempts }) => [latest(attempts).id, attempts])),
    jobs: new Map(
      rows.flatMap(
        ({ attempts }) => attempts.flatMap((attempt) => attempt.jobs.map((job) => [job.id, attempt]))
      )
    )
  };
  indexes.set(repository, index);
  return index;
}

// action/src/simulator/endpoints/artifacts.ts
function listArtifacts(request) {
  return page(request, request.repository.artifacts, "desc");
}
function listRunArtifacts(request) {
  const id = Number(request.parameters.run_id);
  if (findRun(request.repository, id) === null) return notFound();
  const artifacts = request.repository.artifacts.filter(({ payload }) => payload.workflow_run?.id === id);
  return page(request, artifacts, request.query.get("direction") === "asc" ? "asc" : "desc");
}
function page(request, artifacts, direction) {
  const name = request.query.get("name");
  const sign = direction === "asc" ? 1 : -1;
  const listed = artifacts.filter(({ payload }) => !name || payload.name === name).sort((a, b) => sign * (a.payload.id - b.payload.id));
  return counted(request, "artifacts", listed, listed.length, ({ payload }) => payload);
}
function getArtifact(request) {
  const artifact = find(request);
  return artifact === null ? notFound() : json(artifact.payload);
}
function downloadArtifact(request) {
  const artifact = find(request);
  if (artifact === null || request.parameters.archive_format !== "zip") return notFound();
  const { payload, zip = () => placeholder(payload.name) } = artifact;
  if (payload.expired) return problem(410, "Artifact has expired");
  return redirect(request.sign(`${payload.name}.zip`, () => ({ type: "application/zip", bytes: zip() })));
}
function find(request) {
  const id = Number(request.parameters.artifact_id);
  return request.repository.artifacts.find(({ payload }) => payload.id === id) ?? null;
}
function placeholder(name) {
  const zip = new import_adm_zip2.default();
  zip.addFile("artifact.txt", Buffer.from(`The simulator knows nothing of what ${name} holds.
`));
  return zip.toBuffer();
}

// action/src/simulator/endpoints/changes.ts
function listBranchRules({ repository, parameters }) {
  return json(repository.changes?.rules.get(parameters.branch ?? "") ?? []);
}
function getBranch({ repository, parameters }) {
  const name = parameters.branch ?? "";
  return name === repository.repository.default_branch ? json({ name, protected: false }) : notFound();
}
function listFileCommits(request) {
  const commit = request.repository.changes?.commits.get(request.query.get("path") ?? "");
  return listing(request, commit === void 0 ? [] : [commit]);
}
function listReviews(request) {
  return listing(
    request,
    request.repository.changes?.reviews.get(Number(request.parameters.pull_number)) ?? []
  );
}

// action/src/simulator/label.ts
var import_node_crypto3 = require("node:crypto");
function aLabel(name, repositoryUrl) {
  const id = (0, import_node_crypto3.createHash)("sha256").update(name).digest().readUInt32BE();
  const url = `${repositoryUrl}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId("LA", id), url, name, description: null, color: "ededed", default: false };
}
var labelName = (label) => typeof label === "string" ? label : label.name ?? "";
function labelsOf(given2, repositoryUrl) {
  const names = (Array.isArray(given2) ? given2 : []).map(
    (label) => typeof label === "object" && label !== null ? String(label.name) : String(label)
  );
  return [...new Set(names)].map((name) => aLabel(name, repositoryUrl));
}

// action/src/simulator/endpoints/issues.ts
var MAX_TEXT = 65536;
var BOT = aUser("github-actions[bot]", { id: 41898282 });
var writer = ({ login }) => login === BOT.login ? BOT : aUser(login);
function listIssues(request) {
  const { query } = request;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
  const creator = query.get("creator");
  const since2 = Date.parse(query.get("since") ?? "") || 0;
  const found = request.repository.issues.filter(
    (issue2) => (state === "all" || issue2.state === state) && labels.every((name) => issue2.labels.some((label) => labelName(label) === name)) && (!creator || issue2.user?.login === creator) && Date.parse(issue2.updated_at) >= since2
  );
  return listing(
    request,
    found.sort((a, b) => b.number - a.number)
  );
}
function getIssue(request) {
  const issue2 = findIssue(request);
  return issue2 === null ? notFound() : json(issue2);
}
function createIssue(request) {
  const { repository, issues } = request.repository;
  const { title, body = null, labels = [], assignees = [] } = request.body;
  if (typeof title !== "string") return missing("title");
  const refusal2 = tooLong(body);
  if (refusal2) return refusal2;
  const now = formatUtc(request.now / 1e3);
  const number3 = Math.max(0, ...issues.map((issue3) => issue3.number)) + 1;
  const issue2 = anIssue(
    {
      ...{ number: number3, title, body: body === null ? null : String(body) },
      ...{ user: writer(request), created_at: now, updated_at: now }
    },
    repository
  );
  issue2.labels = labelsOf(labels, issue2.repository_url);
  issue2.assignees = (Array.isArray(assignees) ? assignees : []).map((login) => aUser(String(login)));
  issues.push(issue2);
  return json(issue2, 201, { location: issue2.url });
}
function updateIssue(request) {
  const issue2 = findIssue(request);
  if (issue2 === null) return notFound();
  const { title, body, state, state_reason, labels } = request.body;
  const refusal2 = tooLong(body);
  if (refusal2) return refusal2;
  if (state !== void 0 && state !== "open" && state !== "closed")
    return invalid({ resource: "Issue", code: "invalid", field: "state" });
  const now = formatUtc(request.now / 1e3);
  if (typeof title === "string") issue2.title = title;
  if (typeof body === "string") issue2.body = body;
  if (labels !== void 0) issue2.labels = labelsOf(labels, issue2.repository_url);
  if (state === "closed") {
    issue2.closed_at = now;
    issue2.state_reason = state_reason === "not_planned" ? "not_planned" : "completed";
  } else if (state === "open" && issue2.state === "closed") {
    issue2.closed_at = null;
    issue2.state_reason = "reopened";
  }
  if (state !== void 0) issue2.state = state;
  issue2.updated_at = now;
  return json(issue2);
}
function findIssue(request) {
  const number3 = Number(request.parameters.issue_number);
  return request.repository.issues.find((issue2) => issue2.number === number3) ?? null;
}
function tooLong(body) {
  if (typeof body !== "string" || body.length <= MAX_TEXT) return null;
  const message = `body is too long (maximum is ${MAX_TEXT} characters)`;
  return invalid({ resource: "Issue", code: "custom", field: "body", message });
}

// action/src/simulator/endpoints/comments.ts
var FIRST_ID = 5e9;
function listComments(request) {
  const issue2 = findIssue(request);
  if (issue2 === null) return notFound();
  const since2 = Date.parse(request.query.get("since") ?? "") || 0;
  const comments = commentsOf(request, issue2).filter(({ updated_at }) => Date.parse(updated_at) >= since2);
  return listing(
    request,
    comments.sort((a, b) => a.id - b.id)
  );
}
function getComment(request) {
  const comment = findComment(request);
  return comment === null ? notFound() : json(comment);
}
function createComment(request) {
  const issue2 = findIssue(request);
  if (issue2 === null) return notFound();
  if (issue2.locked) return problem(403, "Unable to create comment because issue is locked.");
  const body = request.body.body;
  if (typeof body !== "string") return missing("body");
  const refusal2 = unacceptable(body);
  if (refusal2) return refusal2;
  const { comments } = request.repository;
  const id = Math.max(FIRST_ID, ...comments.map(({ payload: payload2 }) => payload2.id)) + 1;
  const now = formatUtc(request.now / 1e3);
  const payload = {
    id,
    node_id: nodeId("IC", id),
    url: `${issue2.repository_url}/issues/comments/${id}`,
    html_url: `${issue2.html_url}#issuecomment-${id}`,
    issue_url: issue2.url,
    user: writer(request),
    body,
    created_at: now,
    updated_at: now,
    author_association: "NONE"
  };
  comments.push({ issue: issue2.number, payload });
  issue2.comments = commentsOf(request, issue2).length;
  return json(payload, 201, { location: payload.url });
}
function updateComment(request) {
  const comment = findComment(request);
  if (comment === null) return notFound();
  const body = request.body.body;
  if (typeof body !== "string") return missing("body");
  const refusal2 = unacceptable(body);
  if (refusal2) return refusal2;
  comment.body = body;
  comment.updated_at = formatUtc(request.now / 1e3);
  return json(comment);
}
function findComment(request) {
  const id = Number(request.parameters.comment_id);
  return request.repository.comments.find(({ payload }) => payload.id === id)?.payload ?? null;
}
function commentsOf(request, issue2) {
  return request.repository.comments.filter((comment) => comment.issue === issue2.number).map(({ payload }) => payload);
}
function unacceptable(body) {
  const error2 = { resource: "IssueComment", code: "unprocessable", field: "data" };
  if (body.trim() === "") return invalid({ ...error2, message: "Body cannot be blank" });
  if (body.length <= MAX_TEXT) return null;
  return invalid({ ...error2, message: `Body is too long (maximum is ${MAX_TEXT} characters)` });
}

// action/src/simulator/endpoints/contents.ts
var LINE = /.{1,60}/g;
function getContents(request) {
  const { files } = request.repository;
  const path = request.parameters.path ?? "";
  const text2 = files.get(path);
  if (text2 === void 0) {
    const children = new Set([...files.keys()].flatMap((file) => childOf(path, file)));
    return children.size === 0 ? notFound() : json([...children].sort().map((child) => entry2(request, child, files.get(child) ?? null)));
  }
  if (request.accept.includes("raw"))
    return {
      status: 200,
      headers: { "content-type": "application/vnd.github.raw; charset=utf-8" },
      body: text2
    };
  const content = Buffer.from(text2).toString("base64").replaceAll(LINE, (line2) => `${line2}
`);
  return json({ ...entry2(request, path, text2), content, encoding: "base64" });
}
function childOf(folder, file) {
  if (!file.startsWith(`${folder}/`)) return [];
  const [name = ""] = file.slice(folder.length + 1).split("/");
  return [`${folder}/${name}`];
}
function entry2({ repository: { repository } }, path, text2) {
  const sha = blobId(text2 ?? "");
  const ref = repository.default_branch;
  const url = `${repository.url}/contents/${path}?ref=${ref}`;
  const kind = text2 === null ? "tree" : "blob";
  const html = `${repository.html_url}/${kind}/${ref}/${path}`;
  const git = `${repository.url}/git/${kind}s/${sha}`;
  return {
    type: text2 === null ? "dir" : "file",
    name: path.split("/").at(-1),
    path,
    sha,
    size: Buffer.byteLength(text2 ?? ""),
    url,
    html_url: html,
    git_url: git,
    download_url: text2 === null ? null : `https://raw.githubusercontent.com/${repository.full_name}/${ref}/${path}`,
    _links: { self: url, git, html }
  };
}

// action/src/simulator/endpoints/workflows.ts
function listWorkflows(request) {
  return counted(request, "workflows", request.repository.workflows);
}
function getWorkflow(request) {
  const workflow = findWorkflow(request.repository, request.parameters.workflow_id);
  return workflow === null ? notFound() : json(workflow);
}
function findWorkflow(repository, idOrFile) {
  return repository.workflows.find(
    ({ id, path }) => String(id) === idOrFile || path === idOrFile || path.split("/").at(-1) === idOrFile
  ) ?? null;
}

// action/src/simulator/endpoints/dispatches.ts
var MAX_INPUTS = 25;
function dispatchWorkflow(request) {
  const { repository } = request;
  const workflow = findWorkflow(repository, request.parameters.workflow_id);
  const { ref, inputs = {}, return_run_details } = request.body;
  if (workflow === null) return notFound();
  if (typeof ref !== "string") return missing("ref");
  if (repository.files.get(workflow.path)?.includes("workflow_dispatch") === false)
    return problem(422, "Workflow does not have 'workflow_dispatch' trigger");
  if (workflow.state !== "active")
    return problem(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  if (typeof inputs !== "object" || inputs === null || Object.keys(inputs).length > MAX_INPUTS)
    return problem(422, `Invalid request.

No more than ${MAX_INPUTS} properties are allowed.`);
  const known = newestFirst(repository).map(({ attempts }) => latest(attempts));
  const now = formatUtc(request.now / 1e3);
  const numbers = known.filter((run2) => run2.workflow_id === workflow.id).map((run2) => run2.run_number);
  const run = aRun({
    id: known.reduce((highest, { id }) => Math.max(highest, id), 36e9) + 1,
    name: workflow.name,
    path: workflow.path,
    workflow_id: workflow.id,
    run_number: Math.max(0, ...numbers) + 1,
    display_title: workflow.name,
    event: "workflow_dispatch",
    status: "queued",
    conclusion: null,
    head_branch: ref.replace("refs/heads/", ""),
    actor: BOT,
    triggering_actor: BOT,
    created_at: now,
    repository: aMinimalRepository(repository.repository.full_name)
  });
  repository.runs.push({ attempts: [{ run, jobs: [] }] });
  return return_run_details === true ? json({ workflow_run_id: run.id, run_url: run.url, html_url: run.html_url }) : empty();
}

// action/src/simulator/endpoints/git-data.ts
function createTree({ repository: { bare }, body }) {
  if (bare === void 0) return notFound();
  const entries = body["tree"];
  const env = { GIT_INDEX_FILE: `${bare}/tree-index` };
  gitIn(bare, ["read-tree", "--empty"], "", env);
  const lines2 = entries.map(({ path, mode, content }) => `${mode} ${blob(bare, content)}	${path}\0`);
  gitIn(bare, ["update-index", "-z", "--index-info"], lines2.join(""), env);
  return json({ sha: gitIn(bare, ["write-tree"], "", env) }, 201);
}
function createCommit({ repository: { bare }, body }) {
  if (bare === void 0) return notFound();
  const parents = body["parents"].flatMap((parent) => ["-p", parent]);
  const sha = gitIn(bare, ["commit-tree", String(body["tree"]), ...parents, "-m", String(body["message"])]);
  return json({ sha }, 201);
}
function createRef({ repository: { bare }, body }) {
  if (bare === void 0) return notFound();
  const [ref, sha] = [String(body["ref"]), String(body["sha"])];
  const isTaken = tipOf(bare, ref.replace("refs/heads/", "")) !== null;
  if (isTaken) return json({ message: "Reference already exists" }, 422);
  gitIn(bare, ["update-ref", ref, sha]);
  return json({ ref, object: { type: "commit", sha } }, 201);
}

// action/src/simulator/created.ts
var DATE = String.raw`\d{4}-\d\d-\d\d`;
var MOMENT = new RegExp(`^${DATE}(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$`);
var SECOND2 = 1e3;
var DAY2 = 86400 * SECOND2;
function parseCreated(text2) {
  const bounds = text2.split("..");
  if (bounds.length === 2) {
    const from = bounds[0] === "*" ? EVER : moment2(bounds[0] ?? "");
    const to = bounds[1] === "*" ? EVER : moment2(bounds[1] ?? "");
    return from && to && { from: from.from, to: to.to };
  }
  const [, operator = "", rest = ""] = /^(>=|<=|>|<)?(.*)$/.exec(text2) ?? [];
  const at = moment2(rest);
  if (at === null) return null;
  if (operator === ">=") return { from: at.from, to: EVER.to };
  if (operator === ">") return { from: at.to + 1, to: EVER.to };
  if (operator === "<=") return { from: EVER.from, to: at.to };
  if (operator === "<") return { from: EVER.from, to: at.from - 1 };
  return at;
}
var EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
function moment2(text2) {
  const match = MOMENT.exec(text2);
  if (match === null) return null;
  const [, time3, , , zone] = match;
  const from = Date.parse(time3 !== void 0 && zone === void 0 ? `${text2}Z` : text2);
  if (Number.isNaN(from)) return null;
  return { from, to: from + (time3 === void 0 ? DAY2 : SECOND2) - 1 };
}

// action/src/simulator/endpoints/runs.ts
var FILTERS = {
  actor: (run, wanted) => run.actor?.login.toLowerCase() === wanted.toLowerCase(),
  branch: (run, wanted) => run.head_branch === wanted,
  check_suite_id: (run, wanted) => run.check_suite_id === Number(wanted),
  event: (run, wanted) => run.event === wanted,
  head_sha: (run, wanted) => run.head_sha === wanted,
  // GitHub documents every status and conclusion here but this one.
  status: (run, wanted) => wanted !== "startup_failure" && (run.status === wanted || run.conclusion === wanted)
};
var CAP = 1e3;
var ESTIMATED = ["event", "status", "branch", "actor"];
var EXACT_UP_TO = 2500;
function listRuns(request) {
  return page2(request, newestFirst(request.repository), ESTIMATED.some(given(request)));
}
function listWorkflowRuns(request) {
  const workflow = findWorkflow(request.repository, request.parameters.workflow_id);
  if (workflow === null) return notFound();
  const rows = newestFirst(request.repository).filter(
    ({ attempts }) => latest(attempts).workflow_id === workflow.id
  );
  return page2(request, rows, true);
}
function page2(request, rows, estimated) {
  const created = request.query.get("created");
  const range = created ? parseCreated(created) : null;
  if (created && range === null)
    return invalid({ resource: "WorkflowRun", code: "invalid", field: "created" });
  const filters = Object.keys(FILTERS).filter(given(request));
  let found = rows;
  if (range) found = found.filter((row) => row.created >= range.from && row.created <= range.to);
  for (const name of filters) {
    const wanted = request.query.get(name) ?? "";
    found = found.filter(({ attempts }) => FILTERS[name]?.(latest(attempts), wanted));
  }
  const total = estimated ? Math.min(found.length, EXACT_UP_TO) : found.length;
  const served = range || filters.length > 0 ? found.slice(0, CAP) : found;
  return counted(request, "workflow_runs", served, total, ({ attempts }) => shown(request, latest(attempts)));
}
function getRun(request) {
  const attempts = findRun(request.repository, Number(request.parameters.run_id));
  return attempts === null ? notFound() : json(shown(request, latest(attempts)));
}
function getAttempt(request) {
  const attempt = findAttempt(request);
  return attempt === null ? notFound() : json(shown(request, attempt.run));
}
function findAttempt(request) {
  const wanted = Number(request.parameters.attempt_number);
  const attempts = findRun(request.repository, Number(request.parameters.run_id)) ?? [];
  return attempts.find(({ run }, index) => (run.run_attempt ?? index + 1) === wanted) ?? null;
}
function shown(request, run) {
  return request.query.get("exclude_pull_requests") === "true" ? { ...run, pull_requests: [] } : run;
}
var given = (request) => (name) => Boolean(request.query.get(name));

// action/src/simulator/endpoints/jobs.ts
function listRunJobs(request) {
  const attempts = findRun(request.repository, Number(request.parameters.run_id));
  if (attempts === null) return notFound();
  const listed = request.query.get("filter") === "all" ? attempts : attempts.slice(-1);
  const executions = new Map(listed.flatMap(({ jobs }) => jobs.map((job) => [job.id, job])));
  return counted(request, "jobs", [...executions.values()]);
}
function listAttemptJobs(request) {
  const attempt = findAttempt(request);
  return attempt === null ? notFound() : counted(request, "jobs", attempt.jobs);
}
function getJob(request) {
  const found = findJob(request.repository, Number(request.parameters.job_id));
  return found === null ? notFound() : json(found.job);
}

// action/src/simulator/endpoints/labels.ts
function listLabels(request) {
  const issue2 = findIssue(request);
  return issue2 === null ? notFound() : listing(request, issue2.labels);
}
var addLabels = (request) => change2(request, (before2, given2) => [
  ...before2,
  ...given2.filter((label) => !before2.some((known) => labelName(known) === labelName(label)))
]);
var setLabels = (request) => change2(request, (_, given2) => given2);
function removeLabel(request) {
  const issue2 = findIssue(request);
  if (issue2 === null) return notFound();
  const left = issue2.labels.filter((label) => labelName(label) !== request.parameters.name);
  if (left.length === issue2.labels.length) return problem(404, "Label does not exist");
  issue2.labels = left;
  return json(left);
}
function change2(request, next) {
  const issue2 = findIssue(request);
  if (issue2 === null) return notFound();
  if (!Array.isArray(request.body.labels)) return missing("labels");
  issue2.labels = next(issue2.labels, labelsOf(request.body.labels, issue2.repository_url));
  return json(issue2.labels);
}

// action/src/simulator/log-archive.ts
var import_adm_zip3 = __toESM(require_adm_zip(), 1);
function archiveLogs(jobs, recorded) {
  const zip = new import_adm_zip3.default();
  const taken = /* @__PURE__ */ new Map();
  const byName = [...jobs].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const [ordinal, job] of byName.entries()) {
    if (job.conclusion === "skipped") continue;
    const name = unique(taken, fileName(job.name));
    add(zip, `${ordinal}_${name}.txt`, recorded.get(job.id) ?? jobLog(job));
    add(zip, `${name}/system.txt`, systemText(job));
    if (job.run_id % 2 === 1 || recorded.has(job.id)) continue;
    for (const step of job.steps ?? [])
      if (step.conclusion !== "skipped")
        add(zip, `${name}/${step.number}_${fileName(step.name)}.txt`, stepLog(job, step));
  }
  return zip.toBuffer();
}
var fileName = (name) => name.replaceAll("/", "_");
function unique(taken, name) {
  const before2 = taken.get(name) ?? 0;
  taken.set(name, before2 + 1);
  return before2 === 0 ? name : `${name} (${before2})`;
}
function systemText(job) {
  const at = new Date(moment(job.created_at, job.started_at)).toISOString().replace("Z", "0000Z");
  const notes = [
    `Requested labels: ${job.labels.join(", ")}`,
    "Waiting for a runner to pick up this job...",
    `Job is about to start running on the runner: ${job.runner_name}`
  ];
  return BOM + notes.map((note) => `${at} ${note}
`).join("");
}
function add(zip, name, text2) {
  const entry3 = zip.addFile(name, Buffer.from(text2));
  Object.assign(entry3.header, { timeval: 0 });
}

// action/src/simulator/endpoints/logs.ts
var LAG = 3e3;
var RETENTION = 90 * 864e5;
function downloadRunLogs(request) {
  const attempts = findRun(request.repository, Number(request.parameters.run_id));
  const last = attempts?.at(-1);
  if (last === void 0) return notFound();
  const archive2 = request.repository.archives.get(last.run.id);
  return runLogs(request, last, archive2);
}
function downloadAttemptLogs(request) {
  const attempt = findAttempt(request);
  return attempt === null ? notFound() : runLogs(request, attempt, void 0);
}
function runLogs(request, { run, jobs }, archive2) {
  return unavailable(request, run.status === "completed" ? run.updated_at : null) ?? redirect(
    request.sign(`logs_${run.id}.zip`, () => ({
      type: "application/zip",
      bytes: archive2 ?? archiveLogs(jobs, request.repository.logs)
    }))
  );
}
function downloadJobLogs(request) {
  const found = findJob(request.repository, Number(request.parameters.job_id));
  if (found === null || found.job.conclusion === "skipped") return notFound();
  const { job } = found;
  return unavailable(request, job.status === "completed" ? job.completed_at : null) ?? redirect(
    request.sign(`job_${job.id}.txt`, () => ({
      type: "text/plain; charset=utf-8",
      bytes: Buffer.from(request.repository.logs.get(job.id) ?? jobLog(job))
    }))
  );
}
function unavailable(request, ended) {
  const age = ended === null ? 0 : request.now - Date.parse(ended);
  if (age < LAG) return notFound();
  return age > RETENTION ? problem(410, "Server Error") : null;
}

// action/src/simulator/endpoints/repository.ts
function getRepository(request) {
  return json(request.repository.repository);
}
function getPages(request) {
  const { pages } = request.repository;
  return pages === null ? notFound() : json(pages);
}
var PERMISSIONS = { maintain: "write", triage: "read" };
function getPermission(request) {
  const { repository, collaborators } = request.repository;
  const login = request.parameters.username ?? "";
  const role = collaborators.get(login) ?? (repository.private ? "none" : "read");
  const rank = ["read", "triage", "write", "maintain", "admin"].indexOf(role);
  const permissions = {
    pull: rank >= 0,
    triage: rank >= 1,
    push: rank >= 2,
    maintain: rank >= 3,
    admin: rank >= 4
  };
  return json({
    permission: PERMISSIONS[role] ?? role,
    role_name: role,
    user: { ...aUser(login), permissions, role_name: role }
  });
}

// action/src/simulator/endpoints/reviews.ts
function listApprovals(request) {
  const id = Number(request.parameters.run_id);
  if (findRun(request.repository, id) === null) return notFound();
  return json(request.repository.approvals.get(id) ?? []);
}
function listPendingDeployments(request) {
  return findRun(request.repository, Number(request.parameters.run_id)) === null ? notFound() : json([]);
}
function listAnnotations(request) {
  const id = Number(request.parameters.check_run_id);
  const annotations = request.repository.annotations.get(id);
  if (annotations === void 0 && findJob(request.repository, id) === null) return notFound();
  return listing(request, annotations ?? []);
}
function listCommitPulls(request) {
  return listing(request, request.repository.pulls.get(request.parameters.commit_sha ?? "") ?? []);
}

// action/src/simulator/routes.ts
var RUN2 = "/actions/runs/{run_id}";
var ATTEMPT = `${RUN2}/attempts/{attempt_number}`;
var ISSUE = "/issues/{issue_number}";
var COMMENT2 = "/issues/comments/{comment_id}";
var READ2 = ["actions=read"];
var WRITE_CONTENTS = ["contents=write"];
var READ_ISSUE = ["issues=read", "pull_requests=read"];
var WRITE_ISSUE = ["issues=write", "pull_requests=write"];
var get = (path, needs, answer) => ({
  method: "GET",
  path,
  needs,
  answer
});
var download = (path, answer) => ({ ...get(path, READ2, answer), signIn: true });
var write = (method, path, needs, answer) => ({
  method,
  path,
  needs,
  answer
});
var ROUTES = [
  get("", ["metadata=read"], getRepository),
  get("/pages", ["pages=read"], getPages),
  get("/contents/{path*}", ["contents=read"], getContents),
  get("/collaborators/{username}/permission", ["metadata=read"], getPermission),
  get("/actions/workflows", READ2, listWorkflows),
  get("/actions/workflows/{workflow_id}", READ2, getWorkflow),
  get("/actions/workflows/{workflow_id}/runs", READ2, listWorkflowRuns),
  write("POST", "/actions/workflows/{workflow_id}/dispatches", ["actions=write"], dispatchWorkflow),
  get("/actions/runs", READ2, listRuns),
  get(RUN2, READ2, getRun),
  get(`${RUN2}/jobs`, READ2, listRunJobs),
  get(`${RUN2}/artifacts`, READ2, listRunArtifacts),
  get(`${RUN2}/approvals`, READ2, listApprovals),
  get(`${RUN2}/pending_deployments`, READ2, listPendingDeployments),
  download(`${RUN2}/logs`, downloadRunLogs),
  get(ATTEMPT, READ2, getAttempt),
  get(`${ATTEMPT}/jobs`, READ2, listAttemptJobs),
  download(`${ATTEMPT}/logs`, downloadAttemptLogs),
  get("/actions/jobs/{job_id}", READ2, getJob),
  download("/actions/jobs/{job_id}/logs", downloadJobLogs),
  get("/actions/artifacts", READ2, listArtifacts),
  get("/actions/artifacts/{artifact_id}", READ2, getArtifact),
  download("/actions/artifacts/{artifact_id}/{archive_format}", downloadArtifact),
  get("/check-runs/{check_run_id}/annotations", ["checks=read"], listAnnotations),
  get("/commits", ["contents=read"], listFileCommits),
  get("/commits/{commit_sha}/pulls", ["pull_requests=read"], listCommitPulls),
  get("/pulls/{pull_number}/reviews", ["pull_requests=read"], listReviews),
  get("/rules/branches/{branch}", ["metadata=read"], listBranchRules),
  get("/branches/{branch}", ["contents=read"], getBranch),
  write("POST", "/git/trees", WRITE_CONTENTS, createTree),
  write("POST", "/git/commits", WRITE_CONTENTS, createCommit),
  write("POST", "/git/refs", WRITE_CONTENTS, createRef),
  get("/issues", READ_ISSUE, listIssues),
  write("POST", "/issues", ["issues=write"], createIssue),
  get(COMMENT2, READ_ISSUE, getComment),
  write("PATCH", COMMENT2, WRITE_ISSUE, updateComment),
  get(ISSUE, READ_ISSUE, getIssue),
  write("PATCH", ISSUE, WRITE_ISSUE, updateIssue),
  get(`${ISSUE}/comments`, READ_ISSUE, listComments),
  write("POST", `${ISSUE}/comments`, WRITE_ISSUE, createComment),
  get(`${ISSUE}/labels`, READ_ISSUE, listLabels),
  write("POST", `${ISSUE}/labels`, WRITE_ISSUE, addLabels),
  write("PUT", `${ISSUE}/labels`, WRITE_ISSUE, setLabels),
  write("DELETE", `${ISSUE}/labels/{name}`, WRITE_ISSUE, removeLabel)
];

// action/src/simulator/router.ts
var PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(
    `^${route.path.replaceAll(/\{(\w+)(\*?)\}/g, (_, name, rest) => `(?<${name}>${rest ? ".+" : "[^/]+"})`)}$`
  )
}));
function findDestination(repositories, method, path) {
  const [, owner, name, id, tail = ""] = /^\/(?:repos\/([^/]+)\/([^/]+)|repositories\/(\d+))((?:\/.*)?)$/.exec(path) ?? [];
  const fullName = `${owner}/${name}`.toLowerCase();
  const repository = repositories.find(
    ({ repository: { full_name, id: known } }) => id === void 0 ? full_name.toLowerCase() === fullName : String(known) === id
  );
  if (repository === void 0) return null;
  for (const { route, pattern } of PATTERNS) {
    if (route.method !== method) continue;
    const match = pattern.exec(tail);
    if (match) return { repository, tail, route, parameters: decoded(match.groups ?? {}) };
  }
  return null;
}
function decoded(groups) {
  return Object.fromEntries(Object.entries(groups).map(([name, text2]) => [name, decode2(text2)]));
}
function decode2(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// action/src/simulator/storage.ts
var import_node_crypto4 = require("node:crypto");
var VALID_FOR = 6e4;
var STORAGE = "/actions-results/";
function createStorage(now) {
  const blobs = /* @__PURE__ */ new Map();
  return {
    /** Path and query of a new signed address. */
    sign(name, make) {
      const at = now();
      for (const [key, { until: until2 }] of blobs) {
        if (until2 >= at) break;
        blobs.delete(key);
      }
      const signature = (0, import_node_crypto4.randomBytes)(24).toString("base64url");
      const until = at + VALID_FOR;
      blobs.set(signature, { until, make });
      const query = new URLSearchParams({ se: new Date(until).toISOString(), sp: "r", sig: signature });
      return `${STORAGE}${encodeURIComponent(name)}?${query}`;
    },
    answer(target, authorization) {
      if (authorization !== void 0)
        return refusal(
          400,
          "InvalidAuthenticationInfo",
          "Authentication information is not given in the correct format."
        );
      const signature = new URLSearchParams(target.split("?")[1]).get("sig") ?? "";
      const blob2 = blobs.get(signature);
      if (blob2 === void 0 || blob2.until < now())
        return refusal(403, "AuthenticationFailed", "Server failed to authenticate the request.");
      const { type, bytes } = blob2.make();
      return { status: 200, headers: { "content-type": type }, body: bytes };
    }
  };
}
var refusal = (status, code, message) => ({
  status,
  headers: { "content-type": "application/xml", "x-ms-error-code": code },
  body: `\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
});

// action/src/simulator/api.ts
var VERSIONS = ["2022-11-28", "2026-03-10"];
var NO_AGENT = "Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\n";
function serve(world, incoming, instead) {
  try {
    return incoming.target.startsWith(STORAGE) ? { answer: instead ?? fromStorage(world, incoming), route: "storage", remaining: null } : new ApiRequest(world, incoming).served(instead);
  } catch (thrown) {
    return { answer: defect(thrown), route: null, remaining: null };
  }
}
var fromStorage = (world, { target, headers }) => world.storage.answer(target, headers.authorization);
var ApiRequest = class {
  #world;
  #incoming;
  #version;
  #method;
  #path;
  #query;
  #found;
  #route;
  constructor(world, incoming) {
    this.#world = world;
    this.#incoming = incoming;
    this.#version = String(incoming.headers["x-github-api-version"] ?? VERSIONS[0]);
    this.#method = incoming.method === "HEAD" ? "GET" : incoming.method;
    [this.#path = "", this.#query = ""] = incoming.target.split("?");
    this.#found = findDestination(world.repositories, this.#method, this.#path);
    this.#route = this.#is("GET", "/rate_limit") ? this.#path : this.#found?.route.path ?? null;
  }
  served(instead) {
    const { headers } = this.#incoming;
    if (!headers["user-agent"])
      return this.#bare({ status: 403, headers: { "content-type": "text/html" }, body: NO_AGENT });
    if (!VERSIONS.includes(this.#version)) return this.#bare(unsupported(this.#version));
    const caller = authenticate(headers.authorization, this.#world.token);
    if (caller === null) return this.#bare(problem(401, "Bad credentials"));
    if (instead !== null) return this.#limited(caller, instead);
    const refusal2 = this.#world.secondary.refuse(this.#method, this.#route ?? this.#path);
    return refusal2 ? this.#limited(caller, refusal2) : this.#within(caller);
  }
  /** What the hour's limit counts, and what it does not. */
  #within(caller) {
    const { primary } = this.#world;
    if (this.#is("GET", "/rate_limit")) return this.#limited(caller, primary.overview(caller, this.#version));
    if (this.#is("POST", "/graphql") && caller === "token") return this.#graphql(caller);
    const exhausted = primary.refuse(caller);
    if (exhausted) return this.#limited(caller, exhausted);
    const visited = this.#visit(caller);
    const answer = this.#method === "GET" ? revalidate(visited, this.#incoming.headers) : visited;
    if (answer.status !== 304) primary.count(caller);
    return this.#limited(caller, answer);
  }
  #visit(caller) {
    const [world, found] = [this.#world, this.#found];
    if (found === null) return moved(world, this.#path, this.#query) ?? notFound();
    const { repository, parameters, tail } = found;
    const { id, full_name } = repository.repository;
    const installed = world.installedOn?.includes(full_name) ?? true;
    const denied = refuse(caller, installed, world.permissions, repository.repository, found.route);
    const body = jsonObject(this.#incoming.body);
    const answer = denied ?? (body === null ? problem(400, "Problems parsing JSON") : found.route.answer({
      repository,
      parameters,
      query: new URLSearchParams(this.#query),
      body,
      accept: String(this.#incoming.headers.accept ?? ""),
      address: `${world.urls.api}/repositories/${id}${tail}`,
      now: world.now(),
      login: world.login,
      sign: (name, make) => world.urls.storage + world.storage.sign(name, make)
    }));
    if (caller === "token")
      answer.headers["x-accepted-github-permissions"] = acceptedPermissions(found.route.needs);
    return answer;
  }
  /** Its hour's points are counted apart, so its headers tell of another limit. */
  #graphql(caller) {
    const { points, primary } = this.#world;
    points.count(caller);
    const answer = answerGraphql(this.#world, jsonObject(this.#incoming.body) ?? {});
    const headers = { ...answer.headers, ...points.headers(caller) };
    return { answer: { ...answer, headers }, route: this.#path, remaining: primary.remaining(caller) };
  }
  #limited(caller, answer) {
    const { primary } = this.#world;
    const standing = { "x-github-api-version-selected": this.#version, ...primary.headers(caller) };
    const all = { ...answer, headers: { ...answer.headers, ...standing } };
    return { answer: all, route: this.#route, remaining: primary.remaining(caller) };
  }
  #bare(answer) {
    return { answer, route: this.#route, remaining: null };
  }
  #is(method, path) {
    return this.#method === method && this.#path === path;
  }
};
function moved({ repositories, urls }, path, query) {
  const [, name = "", tail = ""] = /^\/repos\/([^/]+\/[^/]+)((?:\/.*)?)$/.exec(path) ?? [];
  const repository = repositories.find(({ formerNames = [] }) => formerNames.includes(name));
  if (repository === void 0) return null;
  const url = `${urls.api}/repositories/${repository.repository.id}${tail}${query ? `?${query}` : ""}`;
  return json({ message: "Moved Permanently", url, documentation_url: DOCS }, 301, { location: url });
}
function unsupported(version2) {
  return problem(
    400,
    `Bad Request: The version you specified in the "X-GitHub-API-Version" request header, "${version2}", is not a supported version. The following versions are currently supported: ${VERSIONS.map((known) => `"${known}"`).join(", ")}.`
  );
}
function jsonObject(text2) {
  if (text2 === "") return {};
  try {
    const value = JSON.parse(text2);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

// action/src/simulator/delivery.ts
function deliver(response, method, answer, now, fault) {
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(answer.body);
  response.sendDate = false;
  response.writeHead(answer.status, {
    date: new Date(now).toUTCString(),
    server: "github.com",
    "x-github-media-type": "github.v3; format=json",
    ...answer.headers,
    ...answer.status !== 204 && answer.status !== 304 && { "content-length": bytes.length }
  });
  if (fault === "truncated") response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  else if (fault === "stalled") response.write(bytes.subarray(0, bytes.length / 2));
  else response.end(method === "HEAD" ? void 0 : bytes);
}

// action/src/simulator/secondary-limit.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var CONCURRENT = 100;
var POINTS = { duration: MINUTE, points: 900 };
var CONTENT = [
  { duration: MINUTE, points: 80 },
  { duration: HOUR, points: 500 }
];
function secondaryRefusal(status, seconds) {
  const refusal2 = problem(
    status,
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.",
    {
      documentation_url: "https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"
    }
  );
  if (seconds !== null) refusal2.headers["retry-after"] = String(seconds);
  return refusal2;
}
function createSecondaryLimit(enabled, now) {
  const windows = /* @__PURE__ */ new Map();
  let inFlight = 0;
  function spend(key, rule, cost) {
    const open2 = windows.get(key);
    const window = open2 && open2.until > now() ? open2 : { until: now() + rule.duration, points: 0 };
    windows.set(key, window);
    if (window.points + cost > rule.points) return window.until - now();
    window.points += cost;
    return 0;
  }
  return {
    enter: () => {
      inFlight += 1;
    },
    leave: () => {
      inFlight -= 1;
    },
    refuse(method, endpoint) {
      if (!enabled) return null;
      if (inFlight > CONCURRENT) return secondaryRefusal(403, null);
      const reads = method === "GET" || method === "HEAD";
      const waits = [spend(endpoint, POINTS, reads ? 1 : 5)];
      if (!reads) waits.push(...CONTENT.map((rule) => spend(`content ${rule.duration}`, rule, 1)));
      const wait2 = Math.max(...waits);
      return wait2 > 0 ? secondaryRefusal(403, Math.ceil(wait2 / 1e3)) : null;
    }
  };
}

// action/src/simulator/faults.ts
var page3 = (status, text2) => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!DOCTYPE html>
<html><head><title>${text2}</title></head><body><h1>${text2}</h1></body></html>
`
});
var REPLACEMENTS = {
  "429": (seconds) => secondaryRefusal(429, seconds),
  "429-no-time": () => secondaryRefusal(429, null),
  "403-retry-after": (seconds) => secondaryRefusal(403, seconds),
  "403-secondary": () => secondaryRefusal(403, null),
  "404": notFound,
  "500": () => ({
    status: 500,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: '{"message":"Server Error"}'
  }),
  "502": () => page3(502, "Unicorn! \xB7 GitHub"),
  "503": () => page3(503, "No server is currently available to service your request."),
  html: () => page3(200, "Sign in to your network")
};
function replacement({ kind, seconds = 60 }) {
  return kind in REPLACEMENTS ? REPLACEMENTS[kind](seconds) : null;
}
function createFaults() {
  let waiting = [];
  return {
    add: (fault) => {
      waiting.push({ fault, seen: 0 });
    },
    clear: () => {
      waiting = [];
    },
    /** The fault that strikes this request; of several, the first added. */
    strike(line2) {
      for (const entry3 of waiting) {
        const { match, after = 0, times = 1 } = entry3.fault;
        if (line2.search(match) < 0) continue;
        entry3.seen += 1;
        if (entry3.seen > after && entry3.seen <= after + times) return entry3.fault;
      }
      return null;
    }
  };
}

// action/src/simulator/primary-limit.ts
var HOUR2 = 36e5;
var ANONYMOUS_PER_HOUR = 60;
function createPrimaryLimit(perHour, now, resource = "core") {
  const windows = /* @__PURE__ */ new Map();
  const limitOf = (caller) => perHour === null ? null : caller === "anonymous" ? ANONYMOUS_PER_HOUR : perHour;
  function window(caller) {
    const open2 = windows.get(caller);
    if (open2 && open2.reset > now()) return open2;
    const fresh = { used: 0, reset: now() + HOUR2 };
    windows.set(caller, fresh);
    return fresh;
  }
  function standing(caller) {
    const limit = limitOf(caller);
    if (limit === null) return null;
    const { used, reset } = window(caller);
    return { limit, used, remaining: limit - used, reset: Math.floor(reset / 1e3), resource };
  }
  return {
    refuse(caller) {
      if (standing(caller)?.remaining !== 0) return null;
      const message = caller === "anonymous" ? "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)" : "API rate limit exceeded for installation. If you reach out to GitHub Support for help, please include the request ID.";
      return problem(403, message, { documentation_url: `${DOCS}/overview/rate-limits-for-the-rest-api` });
    },
    count(caller) {
      window(caller).used += 1;
    },
    remaining: (caller) => standing(caller)?.remaining ?? null,
    headers(caller) {
      const entries = Object.entries(standing(caller) ?? {});
      return Object.fromEntries(entries.map(([name, value]) => [`x-ratelimit-${name}`, String(value)]));
    },
    /** `GET /rate_limit`. */
    overview(caller, version2) {
      const core = standing(caller);
      if (core === null) return problem(404, "Rate limiting is not enabled.");
      const search = { limit: 30, used: 0, remaining: 30, reset: core.reset, resource: "search" };
      const graphql = { ...core, used: 0, remaining: core.limit, resource: "graphql" };
      return json({
        resources: { core, search, graphql },
        ...version2 === "2022-11-28" && { rate: core }
      });
    }
  };
}

// action/src/simulator/server.ts
var KEEP_ALIVE = 65e3;
async function startSimulator(options) {
  const { repositories, token = "ghs_simulated", now = Date.now, latencyMs = 0 } = options;
  const limits = options.limits ?? { perHour: 1e3, secondary: true };
  const transcript = [];
  const faults = createFaults();
  const world = {
    repositories,
    token,
    login: options.login ?? BOT.login,
    permissions: options.permissions ?? null,
    installedOn: options.installedOn ?? null,
    now,
    primary: createPrimaryLimit(limits.perHour, now),
    points: createPrimaryLimit(limits.perHour, now, "graphql"),
    secondary: createSecondaryLimit(limits.secondary, now),
    storage: createStorage(now),
    urls: { api: "", storage: "" }
  };
  const server = (0, import_node_http.createServer)({ keepAliveTimeout: KEEP_ALIVE }, (request, response) => {
    world.secondary.enter();
    response.on("close", world.secondary.leave);
    void handle(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address();
  world.urls = { api: `http://127.0.0.1:${port}`, storage: `http://localhost:${port}` };
  return {
    url: world.urls.api,
    token,
    transcript,
    faults: { add: faults.add, clear: faults.clear },
    repositories,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  };
  async function handle(request, response) {
    const { method = "GET", url: target = "/", headers } = request;
    const body = await text(request);
    if (body === null) return;
    const fault = faults.strike(`${method} ${target}`);
    const incoming = { method, target, headers, body };
    const { answer, route, remaining } = serve(world, incoming, fault && replacement(fault));
    const status = fault?.kind === "reset" ? 0 : answer.status;
    transcript.push({ method, path: target, status, route, remaining });
    const slowness = fault?.kind === "slow" ? (fault.seconds ?? 1) * 1e3 : 0;
    if (latencyMs + slowness > 0) await (0, import_promises.setTimeout)(latencyMs + slowness, void 0, { ref: false });
    deliver(response, method, answer, now(), fault?.kind ?? null);
  }
}
async function text(request) {
  const chunks = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString("utf8");
}

// action/src/cli/demo-github.ts
function startDemoGitHub(clock) {
  return startSimulator({
    repositories: [seededHistory({ now: clock.now() })],
    limits: { perHour: 5e3, secondary: true },
    now: () => epoch(clock.now()) * 1e3
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  startDemoGitHub
});
