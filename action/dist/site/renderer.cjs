"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e2) {
    throw err = [e2], e2;
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
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// server/chunks/errors.mjs
function normalizeLF(code) {
  return code.replace(/\r\n|\r(?!\n)|\n/g, "\n");
}
function codeFrame(src, loc) {
  if (!loc || loc.line === void 0 || loc.column === void 0) return "";
  const lines = normalizeLF(src).split("\n").map((ln) => ln.replace(/\t/g, "  "));
  const visibleLines = [];
  for (let n2 = -2; n2 <= 2; n2++) if (lines[loc.line + n2]) visibleLines.push(loc.line + n2);
  let gutterWidth = 0;
  for (const lineNo of visibleLines) {
    let w = `> ${lineNo}`;
    if (w.length > gutterWidth) gutterWidth = w.length;
  }
  let output = "";
  for (const lineNo of visibleLines) {
    const isFocusedLine = lineNo === loc.line - 1;
    output += isFocusedLine ? "> " : "  ";
    output += `${lineNo + 1} | ${lines[lineNo]}
`;
    if (isFocusedLine) output += `${Array.from({ length: gutterWidth }).join(" ")}  | ${Array.from({ length: loc.column }).join(" ")}^
`;
  }
  return output;
}
function isAstroError(e2) {
  return e2 != null && (e2 instanceof AstroError || AstroError.is(e2));
}
var ClientAddressNotAvailable, PrerenderClientAddressNotAvailable, StaticClientAddressNotAvailable, NoMatchingStaticPathFound, OnlyResponseCanBeReturned, MissingMediaQueryDirective, NoMatchingRenderer, NoClientOnlyHint, InvalidGetStaticPathsEntry, InvalidGetStaticPathsReturn, GetStaticPathsExpectedParams, GetStaticPathsInvalidRouteParam, GetStaticPathsRequired, ReservedSlotName, NoMatchingImport, InvalidComponentArgs, PageNumberParamNotFound, ImageMissingAlt, InvalidImageService, MissingImageDimension, FailedToFetchRemoteImageDimensions, RemoteImageNotAllowed, UnsupportedImageFormat, UnsupportedImageConversion, PrerenderDynamicEndpointPathCollide, ExpectedImage, ExpectedImageOptions, ExpectedNotESMImage, IncompatibleDescriptorOptions, NoImageMetadata, ResponseSentError, MiddlewareNoDataOrNextCalled, MiddlewareNotAResponse, EndpointDidNotReturnAResponse, LocalsNotAnObject, LocalsReassigned, AstroResponseHeadersReassigned, LocalImageUsedWrongly, i18nNoLocaleFoundInPath, RewriteWithBodyUsed, ForbiddenRewrite, FontFamilyNotFound, MissingGetFontFileRequestUrl, UnavailableAstroGlobal, NoManifestAvailable, ActionsReturnedInvalidDataError, ActionNotFoundError, CacheNotEnabled, AstroError;
var init_errors = __esm({
  "server/chunks/errors.mjs"() {
    "use strict";
    ClientAddressNotAvailable = {
      name: "ClientAddressNotAvailable",
      title: "`Astro.clientAddress` is not available in current adapter.",
      message: (adapterName) => `\`Astro.clientAddress\` is not available in the \`${adapterName}\` adapter. File an issue with the adapter to add support.`
    };
    PrerenderClientAddressNotAvailable = {
      name: "PrerenderClientAddressNotAvailable",
      title: "`Astro.clientAddress` cannot be used inside prerendered routes.",
      message: (name) => `\`Astro.clientAddress\` cannot be used inside prerendered route ${name}.`
    };
    StaticClientAddressNotAvailable = {
      name: "StaticClientAddressNotAvailable",
      title: "`Astro.clientAddress` is not available in prerendered pages.",
      message: "`Astro.clientAddress` is only available on pages that are server-rendered.",
      hint: "See https://docs.astro.build/en/guides/on-demand-rendering/ for more information on how to enable SSR."
    };
    NoMatchingStaticPathFound = {
      name: "NoMatchingStaticPathFound",
      title: "No static path found for requested path.",
      message: (pathName) => `A \`getStaticPaths()\` route pattern was matched, but no matching static path was found for requested path \`${pathName}\`.`,
      hint: (possibleRoutes) => `Possible dynamic routes being matched: ${possibleRoutes.join(", ")}.`
    };
    OnlyResponseCanBeReturned = {
      name: "OnlyResponseCanBeReturned",
      title: "Invalid type returned by Astro page.",
      message: (route, returnedValue) => `Route \`${route ? route : ""}\` returned a \`${returnedValue}\`. Only a [Response](https://developer.mozilla.org/en-US/docs/Web/API/Response) can be returned from Astro files.`,
      hint: "See https://docs.astro.build/en/guides/on-demand-rendering/#response for more information."
    };
    MissingMediaQueryDirective = {
      name: "MissingMediaQueryDirective",
      title: "Missing value for `client:media` directive.",
      message: 'Media query not provided for `client:media` directive. A media query similar to `client:media="(max-width: 600px)"` must be provided.'
    };
    NoMatchingRenderer = {
      name: "NoMatchingRenderer",
      title: "No matching renderer found.",
      message: (componentName, componentExtension, plural2, validRenderersCount) => `Unable to render \`${componentName}\`.

${validRenderersCount > 0 ? `There ${plural2 ? "are" : "is"} ${validRenderersCount} renderer${plural2 ? "s" : ""} configured in your \`astro.config.mjs\` file,
but ${plural2 ? "none were" : "it was not"} able to server-side render \`${componentName}\`.` : `No valid renderer was found ${componentExtension ? `for the \`.${componentExtension}\` file extension.` : `for this file extension.`}`}`,
      hint: (probableRenderers) => `Did you mean to enable the ${probableRenderers} integration?

See https://docs.astro.build/en/guides/framework-components/ for more information on how to install and configure integrations.`
    };
    NoClientOnlyHint = {
      name: "NoClientOnlyHint",
      title: "Missing hint on client:only directive.",
      message: (componentName) => `Unable to render \`${componentName}\`. When using the \`client:only\` hydration strategy, Astro needs a hint to use the correct renderer.`,
      hint: (probableRenderers) => `Did you mean to pass \`client:only="${probableRenderers}"\`? See https://docs.astro.build/en/reference/directives-reference/#clientonly for more information on \`client:only\`.`
    };
    InvalidGetStaticPathsEntry = {
      name: "InvalidGetStaticPathsEntry",
      title: "Invalid entry inside `getStaticPaths()`'s return value.",
      message: (entryType) => `Invalid entry returned by \`getStaticPaths()\`. Expected an object, got \`${entryType}\`.`,
      hint: "If you're using a `.map` call, you might be looking for `.flatMap()` instead. See https://docs.astro.build/en/reference/routing-reference/#getstaticpaths for more information on `getStaticPaths()`."
    };
    InvalidGetStaticPathsReturn = {
      name: "InvalidGetStaticPathsReturn",
      title: "Invalid value returned by `getStaticPaths()`.",
      message: (returnType) => `Invalid type returned by \`getStaticPaths()\`. Expected an \`array\`, got \`${returnType}\`.`,
      hint: "See https://docs.astro.build/en/reference/routing-reference/#getstaticpaths for more information on `getStaticPaths()`."
    };
    GetStaticPathsExpectedParams = {
      name: "GetStaticPathsExpectedParams",
      title: "Missing params property on `getStaticPaths()` route.",
      message: "Missing or empty required `params` property on `getStaticPaths()` route.",
      hint: "See https://docs.astro.build/en/reference/routing-reference/#getstaticpaths for more information on `getStaticPaths()`."
    };
    GetStaticPathsInvalidRouteParam = {
      name: "GetStaticPathsInvalidRouteParam",
      title: "Invalid route parameter returned by `getStaticPaths()`.",
      message: (key, value, valueType) => `Invalid \`getStaticPaths()\` route parameter for \`${key}\`. Expected a string or undefined, received \`${valueType}\` (\`${value}\`).`,
      hint: "See https://docs.astro.build/en/reference/routing-reference/#getstaticpaths for more information on `getStaticPaths()`."
    };
    GetStaticPathsRequired = {
      name: "GetStaticPathsRequired",
      title: "`getStaticPaths()` function required for dynamic routes.",
      message: "`getStaticPaths()` function is required for dynamic routes. Make sure that you `export` a `getStaticPaths()` function from your dynamic route.",
      hint: `See https://docs.astro.build/en/guides/routing/#dynamic-routes for more information on dynamic routes.

	If you meant for this route to be server-rendered, set \`export const prerender = false;\` in the page.`
    };
    ReservedSlotName = {
      name: "ReservedSlotName",
      title: "Invalid slot name.",
      message: (slotName) => `Unable to create a slot named \`${slotName}\`. \`${slotName}\` is a reserved slot name. Please update the name of this slot.`
    };
    NoMatchingImport = {
      name: "NoMatchingImport",
      title: "No import found for component.",
      message: (componentName) => `Could not render \`${componentName}\`. No matching import has been found for \`${componentName}\`.`,
      hint: "Please make sure the component is properly imported."
    };
    InvalidComponentArgs = {
      name: "InvalidComponentArgs",
      title: "Invalid component arguments.",
      message: (name) => `Invalid arguments passed to${name ? ` <${name}>` : ""} component.`,
      hint: "Astro components cannot be rendered directly via function call, such as `Component()` or `{items.map(Component)}`."
    };
    PageNumberParamNotFound = {
      name: "PageNumberParamNotFound",
      title: "Page number param not found.",
      message: (paramName) => `[paginate()] page number param \`${paramName}\` not found in your filepath.`,
      hint: "Rename your file to `[page].astro` or `[...page].astro`."
    };
    ImageMissingAlt = {
      name: "ImageMissingAlt",
      title: 'Image missing required "alt" property.',
      message: 'Image missing "alt" property. "alt" text is required to describe important images on the page.',
      hint: 'Use an empty string ("") for decorative images.'
    };
    InvalidImageService = {
      name: "InvalidImageService",
      title: "Error while loading image service.",
      message: "There was an error loading the configured image service. Please see the stack trace for more information."
    };
    MissingImageDimension = {
      name: "MissingImageDimension",
      title: "Missing image dimensions.",
      message: (missingDimension, imageURL) => `Missing ${missingDimension === "both" ? "width and height attributes" : `${missingDimension} attribute`} for ${imageURL}. When using remote images, both dimensions are required in order to avoid CLS.`,
      hint: "If your image is inside your `src` folder, you probably meant to import it instead. See [the Imports guide for more information](https://docs.astro.build/en/guides/imports/#other-assets). You can also use `inferSize={true}` for remote images to get the original dimensions."
    };
    FailedToFetchRemoteImageDimensions = {
      name: "FailedToFetchRemoteImageDimensions",
      title: "Failed to retrieve remote image dimensions.",
      message: (imageURL) => `Failed to get the dimensions for ${imageURL}.`,
      hint: "Verify your remote image URL is accurate, and that you are not using `inferSize` with a file located in your `public/` folder."
    };
    RemoteImageNotAllowed = {
      name: "RemoteImageNotAllowed",
      title: "Remote image is not allowed.",
      message: (imageURL) => `Remote image ${imageURL} is not allowed by your image configuration.`,
      hint: "Update `image.domains` or `image.remotePatterns`, or remove `inferSize` for this image."
    };
    UnsupportedImageFormat = {
      name: "UnsupportedImageFormat",
      title: "Unsupported image format.",
      message: (format, imagePath, supportedFormats) => `Received unsupported format \`${format}\` from \`${imagePath}\`. Currently only ${supportedFormats.join(", ")} are supported by our image services.`,
      hint: "Using an `img` tag directly instead of the `Image` component might be what you're looking for."
    };
    UnsupportedImageConversion = {
      name: "UnsupportedImageConversion",
      title: "Unsupported image conversion.",
      message: "Converting between vector (such as SVGs) and raster (such as PNGs and JPEGs) images is not currently supported."
    };
    PrerenderDynamicEndpointPathCollide = {
      name: "PrerenderDynamicEndpointPathCollide",
      title: "Prerendered dynamic endpoint has path collision.",
      message: (pathname) => `Could not render \`${pathname}\` with an \`undefined\` param as the generated path will collide during prerendering. Prevent passing \`undefined\` as \`params\` for the endpoint's \`getStaticPaths()\` function, or add an additional extension to the endpoint's filename.`,
      hint: (filename) => `Rename \`${filename}\` to \`${filename.replace(/\.(?:js|ts)/, (m) => `.json` + m)}\``
    };
    ExpectedImage = {
      name: "ExpectedImage",
      title: "Expected src to be an image.",
      message: (src, typeofOptions, fullOptions) => `Expected \`src\` property for \`getImage\` or \`<Image />\` to be either an ESM imported image or a string with the path of a remote image. Received \`${src}\` (type: \`${typeofOptions}\`).

Full serialized options received: \`${fullOptions}\`.`,
      hint: "This error can often happen because of a wrong path. Make sure the path to your image is correct. If you're passing an async function, make sure to call and await it."
    };
    ExpectedImageOptions = {
      name: "ExpectedImageOptions",
      title: "Expected image options.",
      message: (options) => `Expected \`getImage()\` parameter to be an object. Received \`${options}\`.`
    };
    ExpectedNotESMImage = {
      name: "ExpectedNotESMImage",
      title: "Expected image options, not an ESM-imported image.",
      message: "An ESM-imported image cannot be passed directly to `getImage()`. Instead, pass an object with the image in the `src` property.",
      hint: "Try changing `getImage(myImage)` to `getImage({ src: myImage })`"
    };
    IncompatibleDescriptorOptions = {
      name: "IncompatibleDescriptorOptions",
      title: "Cannot set both `densities` and `widths`.",
      message: "Only one of `densities` or `widths` can be specified. In most cases, you'll probably want to use only `widths` if you require specific widths.",
      hint: "Those attributes are used to construct a `srcset` attribute, which cannot have both `x` and `w` descriptors."
    };
    NoImageMetadata = {
      name: "NoImageMetadata",
      title: "Could not process image metadata.",
      message: (imagePath) => `Could not process image metadata${imagePath ? ` for \`${imagePath}\`` : ""}.`,
      hint: "This is often caused by a corrupted or malformed image. Re-exporting the image from your image editor may fix this issue."
    };
    ResponseSentError = {
      name: "ResponseSentError",
      title: "Unable to set response.",
      message: "The response has already been sent to the browser and cannot be altered."
    };
    MiddlewareNoDataOrNextCalled = {
      name: "MiddlewareNoDataOrNextCalled",
      title: "The middleware didn't return a `Response`.",
      message: "Make sure your middleware returns a `Response` object, either directly or by returning the `Response` from calling the `next` function."
    };
    MiddlewareNotAResponse = {
      name: "MiddlewareNotAResponse",
      title: "The middleware returned something that is not a `Response` object.",
      message: "Any data returned from middleware must be a valid `Response` object."
    };
    EndpointDidNotReturnAResponse = {
      name: "EndpointDidNotReturnAResponse",
      title: "The endpoint did not return a `Response`.",
      message: "An endpoint must return either a `Response`, or a `Promise` that resolves with a `Response`."
    };
    LocalsNotAnObject = {
      name: "LocalsNotAnObject",
      title: "Value assigned to `locals` is not accepted.",
      message: "`locals` can only be assigned to an object. Other values like numbers, strings, etc. are not accepted.",
      hint: "If you tried to remove some information from the `locals` object, try to use `delete` or set the property to `undefined`."
    };
    LocalsReassigned = {
      name: "LocalsReassigned",
      title: "`locals` must not be reassigned.",
      message: "`locals` cannot be assigned directly.",
      hint: "Set a `locals` property instead."
    };
    AstroResponseHeadersReassigned = {
      name: "AstroResponseHeadersReassigned",
      title: "`Astro.response.headers` must not be reassigned.",
      message: "Individual headers can be added to and removed from `Astro.response.headers`, but it must not be replaced with another instance of `Headers` altogether.",
      hint: "Consider using `Astro.response.headers.add()`, and `Astro.response.headers.delete()`."
    };
    LocalImageUsedWrongly = {
      name: "LocalImageUsedWrongly",
      title: "Local images must be imported.",
      message: (imageFilePath) => `\`Image\`'s and \`getImage\`'s \`src\` parameter must be an imported image or a URL, it cannot be a string filepath. Received \`${imageFilePath}\`.`,
      hint: "If you want to use an image from your `src` folder, you need to either import it or if the image is coming from a content collection, use the [image() schema helper](https://docs.astro.build/en/guides/images/#images-in-content-collections). See https://docs.astro.build/en/reference/modules/astro-assets/#src-required for more information on the `src` property."
    };
    i18nNoLocaleFoundInPath = {
      name: "i18nNoLocaleFoundInPath",
      title: "The path doesn't contain any locale.",
      message: "You tried to use an i18n utility on a path that doesn't contain any locale. You can use `pathHasLocale` first to determine if the path has a locale."
    };
    RewriteWithBodyUsed = {
      name: "RewriteWithBodyUsed",
      title: "Cannot use `Astro.rewrite()` after the request body has been read.",
      message: "`Astro.rewrite()` cannot be used if the request body has already been read. If you need to read the body, first clone the request.",
      hint: "Read the body from `Astro.request.clone()` instead of `Astro.request`, so the original request can still be rewritten."
    };
    ForbiddenRewrite = {
      name: "ForbiddenRewrite",
      title: "Forbidden rewrite to a static route.",
      message: (from, to, component) => `You tried to rewrite the on-demand route '${from}' with the static route '${to}', when using the 'server' output. 

The static route '${to}' is rendered by the component
'${component}', which is marked as prerendered. This is a forbidden operation because during the build, the component '${component}' is compiled to an
HTML file, which can't be retrieved at runtime by Astro.`,
      hint: (component) => `Add \`export const prerender = false\` to the component '${component}', or use \`Astro.redirect()\`.`
    };
    FontFamilyNotFound = {
      name: "FontFamilyNotFound",
      title: "Font family not found.",
      message: (family) => `No data was found for the \`"${family}"\` family passed to the \`<Font>\` component.`,
      hint: "This is often caused by a typo. Check that the `<Font />` component is using a `cssVariable` specified in your config."
    };
    MissingGetFontFileRequestUrl = {
      name: "MissingGetFontFileRequestUrl",
      title: "`experimental_getFontFileURL()` requires the request URL with on-demand rendering.",
      hint: "Pass the request URL as the 2nd argument, for example `Astro.url`."
    };
    UnavailableAstroGlobal = {
      name: "UnavailableAstroGlobal",
      title: "Unavailable Astro global in `getStaticPaths()`.",
      message: (name) => `The Astro global is not available in this scope. Please remove \`Astro.${name}\` from your \`getStaticPaths()\` function.`
    };
    NoManifestAvailable = {
      name: "NoManifestAvailable",
      title: "No manifest available.",
      message: "`new FetchState(request)` was called outside of an Astro server, so no manifest is available.",
      hint: "Make sure this code runs as part of your Astro app, such as its fetch entrypoint. If this error occurred inside an Astro-built server, please open an issue at https://github.com/withastro/astro/issues."
    };
    ActionsReturnedInvalidDataError = {
      name: "ActionsReturnedInvalidDataError",
      title: "Action handler returned invalid data.",
      message: (error3) => `Action handler returned invalid data. Handlers should return serializable data types like objects, arrays, strings, and numbers. Parse error: ${error3}`,
      hint: "See the devalue library for all supported types: https://github.com/rich-harris/devalue"
    };
    ActionNotFoundError = {
      name: "ActionNotFoundError",
      title: "Action not found.",
      message: (actionName) => `The server received a request for an action named \`${actionName}\` but could not find a match. If you renamed an action, check that you've updated your \`actions/index\` file and your calling code to match.`,
      hint: "You can run `astro check` to detect type errors caused by mismatched action names."
    };
    CacheNotEnabled = {
      name: "CacheNotEnabled",
      title: "Cache is not enabled.",
      message: "`Astro.cache` is not available because the cache feature is not enabled. To use caching, configure a cache provider in your Astro config under `cache`.",
      hint: 'Use an adapter that provides a default cache provider, or set one explicitly: `cache: { provider: "..." }`. See https://docs.astro.build/en/guides/caching/.'
    };
    AstroError = class extends Error {
      loc;
      title;
      hint;
      frame;
      type = "AstroError";
      constructor(props, options) {
        const { name, title, message, stack, location, hint, frame } = props;
        super(message, options);
        this.title = title;
        this.name = name;
        if (message) this.message = message;
        this.stack = stack ? stack : this.stack;
        this.loc = location;
        this.hint = hint;
        this.frame = frame;
      }
      setLocation(location) {
        this.loc = location;
      }
      setName(name) {
        this.name = name;
      }
      setMessage(message) {
        this.message = message;
      }
      setHint(hint) {
        this.hint = hint;
      }
      setFrame(source, location) {
        this.frame = codeFrame(source, location);
      }
      static is(err) {
        return err?.type === "AstroError";
      }
    };
  }
});

// server/chunks/server.mjs
function encodeHexUpperCase(data) {
  let result = "";
  for (let i2 = 0; i2 < data.length; i2++) {
    result += alphabetUpperCase[data[i2] >> 4];
    result += alphabetUpperCase[data[i2] & 15];
  }
  return result;
}
function decodeHex(data) {
  if (data.length % 2 !== 0) throw new Error("Invalid hex string");
  const result = new Uint8Array(data.length / 2);
  for (let i2 = 0; i2 < data.length; i2 += 2) {
    if (!(data[i2] in decodeMap)) throw new Error("Invalid character");
    if (!(data[i2 + 1] in decodeMap)) throw new Error("Invalid character");
    result[i2 / 2] |= decodeMap[data[i2]] << 4;
    result[i2 / 2] |= decodeMap[data[i2 + 1]];
  }
  return result;
}
function encodeBase64(bytes2) {
  return encodeBase64_internal(bytes2, base64Alphabet, EncodingPadding.Include);
}
function encodeBase64_internal(bytes2, alphabet, padding) {
  let result = "";
  for (let i2 = 0; i2 < bytes2.byteLength; i2 += 3) {
    let buffer2 = 0;
    let bufferBitSize = 0;
    for (let j = 0; j < 3 && i2 + j < bytes2.byteLength; j++) {
      buffer2 = buffer2 << 8 | bytes2[i2 + j];
      bufferBitSize += 8;
    }
    for (let j = 0; j < 4; j++) if (bufferBitSize >= 6) {
      result += alphabet[buffer2 >> bufferBitSize - 6 & 63];
      bufferBitSize -= 6;
    } else if (bufferBitSize > 0) {
      result += alphabet[buffer2 << 6 - bufferBitSize & 63];
      bufferBitSize = 0;
    } else if (padding === EncodingPadding.Include) result += "=";
  }
  return result;
}
function decodeBase64(encoded) {
  return decodeBase64_internal(encoded, base64DecodeMap, DecodingPadding.Required);
}
function decodeBase64_internal(encoded, decodeMap2, padding) {
  const result = new Uint8Array(Math.ceil(encoded.length / 4) * 3);
  let totalBytes = 0;
  for (let i2 = 0; i2 < encoded.length; i2 += 4) {
    let chunk = 0;
    let bitsRead = 0;
    for (let j = 0; j < 4; j++) {
      if (padding === DecodingPadding.Required && encoded[i2 + j] === "=") continue;
      if (padding === DecodingPadding.Ignore && (i2 + j >= encoded.length || encoded[i2 + j] === "=")) continue;
      if (j > 0 && encoded[i2 + j - 1] === "=") throw new Error("Invalid padding");
      if (!(encoded[i2 + j] in decodeMap2)) throw new Error("Invalid character");
      chunk |= decodeMap2[encoded[i2 + j]] << (3 - j) * 6;
      bitsRead += 6;
    }
    if (bitsRead < 24) {
      let unused;
      if (bitsRead === 12) unused = chunk & 65535;
      else if (bitsRead === 18) unused = chunk & 255;
      else throw new Error("Invalid padding");
      if (unused !== 0) throw new Error("Invalid padding");
    }
    const byteLength = Math.floor(bitsRead / 8);
    for (let i3 = 0; i3 < byteLength; i3++) {
      result[totalBytes] = chunk >> 16 - i3 * 8 & 255;
      totalBytes++;
    }
  }
  return result.slice(0, totalBytes);
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint") return value.toString();
  return value;
}
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
  if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
  return ratio - roundedRatio;
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
  if (key in target) assignProp(target, key, value);
  else target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable) continue;
    if (desc.get) deferProp(target, key, () => {
      const value = source._zod.def.shape[key];
      return wrap ? wrap(value, key) : value;
    });
    else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable) continue;
    if (desc.get) deferProp(target, key, () => source[key]);
    else putProp(target, key, desc.value);
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
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o2) {
  if (isObject(o2) === false) return false;
  const ctor = o2.constructor;
  if (ctor === void 0) return true;
  if (typeof ctor !== "function") return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false) return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
  return true;
}
function shallowClone(o2) {
  if (isPlainObject(o2)) return { ...o2 };
  if (Array.isArray(o2)) return [...o2];
  if (o2 instanceof Map) return new Map(o2);
  if (o2 instanceof Set) return new Set(o2);
  return o2;
}
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent) cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params) return {};
  if (typeof params === "string") return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string") return {
    ...params,
    error: () => params.error
  };
  return params;
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint") return value.toString() + "n";
  if (typeof value === "string") return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, {
    shape: newShape,
    checks: []
  }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
    if (mask[key]) keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, {
    shape: newShape,
    checks: []
  }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
  const checks = schema._zod.def.checks;
  if (checks && checks.length > 0) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
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
  if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a2, b) {
  if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  if (a2._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  const newShape = {};
  mirrorShape(newShape, a2, Reflect.ownKeys(sourceShape(a2)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  return clone(a2, mergeDefs(a2._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  }));
}
function partial(Class, schema, mask, name = "partial") {
  const checks = schema._zod.def.checks;
  if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
    type: "optional",
    innerType: value
  })));
  return clone(schema, mergeDefs(schema._zod.def, {
    shape: newShape,
    checks: []
  }));
}
function required(Class, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
    type: "nonoptional",
    innerType: value
  }));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true) return true;
  for (let i2 = startIndex; i2 < x.issues.length; i2++) if (x.issues[i2]?.continue !== true) return true;
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true) return true;
  for (let i2 = startIndex; i2 < x.issues.length; i2++) if (x.issues[i2]?.continue === false) return true;
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a2;
    (_a2 = iss).path ?? (_a2.path = []);
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
    if (!/_(length|size)$|_equals$/.test(d.check)) break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0) caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a2;
  for (let i2 = start; i2 < issues.length; i2++) (_a2 = issues[i2]).schema ?? (_a2.schema = inst);
}
function finalizeIssue(iss, ctx, config2) {
  var _a2;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck")) (_a2 = iss).schema ?? (_a2.schema = iss.inst);
    else iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) full.input = iss.input;
  return full;
}
function codePointLength(str) {
  const units2 = str.length;
  if (!highSurrogate.test(str)) return units2;
  let count2 = units2;
  for (let i2 = 0; i2 < units2 - 1; i2++) if ((str.charCodeAt(i2) & 64512) === 55296 && (str.charCodeAt(i2 + 1) & 64512) === 56320) {
    count2--;
    i2++;
  }
  return count2;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input)) return "array";
  if (typeof input === "string") return "string";
  return "unknown";
}
function parsedType(data) {
  const t2 = typeof data;
  switch (t2) {
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "object": {
      if (data === null) return "null";
      if (Array.isArray(data)) return "array";
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
    }
  }
  return t2;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") return {
    message: iss,
    code: "custom",
    input,
    inst
  };
  return { ...iss };
}
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get) Object.defineProperty(proto, key, {
      ...desc,
      enumerable: false
    });
    else defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, {
    configurable: true,
    writable: true,
    enumerable,
    value
  });
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
        if (broke) delete this[key];
        else Object.defineProperty(this, key, {
          configurable: true,
          writable: true,
          value
        });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, {
        configurable: true,
        writable: true,
        value
      });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto) return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = {
        configurable: true,
        writable: true,
        enumerable,
        value: void 0
      };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, {
        configurable: true,
        writable: true,
        enumerable,
        value
      });
    }
  });
}
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}
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
function $constructor(name, initializer2, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) return;
    inst._zod.traits.add(name);
    initializer2(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k)) continue;
      if (!(k in inst)) inst[k] = proto2[k].bind(inst);
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) fn();
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp) pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
    if (params?.Parent && inst instanceof params.Parent) return true;
    return inst?._zod?.traits?.has(name);
  } });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
function config(newConfig) {
  if (newConfig) Object.assign(globalConfig, newConfig);
  return globalConfig;
}
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") Object.defineProperty(obj, key, {
      value: make(),
      writable: true,
      enumerable: true,
      configurable: true
    });
    else obj[key] = make();
  }
  return obj[key];
}
function flattenError(error3, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error3.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
  else formErrors.push(mapper(sub));
  return {
    formErrors,
    fieldErrors
  };
}
function formatError(error3, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error4, path = []) => {
    for (const issue2 of error4.issues) if (issue2.code === "invalid_union" && issue2.errors.length) issue2.errors.map((issues) => processError({ issues }, [...path, ...issue2.path]));
    else if (issue2.code === "invalid_key") processError({ issues: issue2.issues }, [...path, ...issue2.path]);
    else if (issue2.code === "invalid_element") processError({ issues: issue2.issues }, [...path, ...issue2.path]);
    else {
      const fullpath = [...path, ...issue2.path];
      if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue2));
      else {
        let curr = fieldErrors;
        let i2 = 0;
        while (i2 < fullpath.length) {
          const el = fullpath[i2];
          const terminal = i2 === fullpath.length - 1;
          if (el === "_errors") {
            if (terminal) curr._errors.push(mapper(issue2));
            i2++;
            continue;
          }
          if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
            value: { _errors: [] },
            enumerable: true,
            writable: true,
            configurable: true
          });
          const node2 = curr[el];
          if (terminal) node2._errors.push(mapper(issue2));
          curr = node2;
          i2++;
        }
      }
    }
  };
  processError(error3);
  return fieldErrors;
}
function finalizeParams(callee, params) {
  return {
    callee: params?.callee ?? callee,
    Err: params?.Err
  };
}
function failure(Err, issues, ctx) {
  let error3;
  return {
    success: false,
    get error() {
      if (!error3) {
        error3 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error3;
    },
    set error(e2) {
      error3 = e2;
      issues = void 0;
      ctx = void 0;
    }
  };
}
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? {
    ..._ctx,
    async: false,
    abortEarly: true
  } : {
    async: false,
    abortEarly: true
  };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({
      value,
      issues: []
    }, ctx);
  } else result = schema._zod.run({
    value,
    issues: []
  }, ctx);
  if (result instanceof Promise) throw new $ZodAsyncError();
  return result.issues.length === 0;
}
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
function emoji() {
  return new RegExp(_emoji$1, "u");
}
function anchor(source) {
  return new RegExp(`^${source}$`);
}
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({
    precision: args.precision,
    seconds: true
  })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
async function validateAsync(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({
    value,
    issues: []
  }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r2 = inst._zod.run({
          value,
          issues: []
        }, ctx);
        if (!(r2 instanceof Promise)) return toStandardResult(r2, ctx);
      } catch (_) {
      }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
    }
    return new URL(trimmed);
  } catch {
    return 2;
  }
}
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
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value)) return false;
  return canParseURL(`http://[${value}]`);
}
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2) return false;
  const [address, prefix] = parts;
  if (!prefix) return false;
  const prefixNum = Number(prefix);
  if (`${prefixNum}` !== prefix) return false;
  if (prefixNum < 0 || prefixNum > 128) return false;
  return isValidIPv6(address);
}
function isValidBase64(data) {
  if (data === "") return true;
  if (/\s/.test(data)) return false;
  if (data.length % 4 !== 0) return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data)) return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  return isValidBase64(base642.padEnd(Math.ceil(base642.length / 4) * 4, "="));
}
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3) return false;
    const [header] = tokensParts;
    if (!header) return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
    if (!parsedHeader.alg) return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
    return true;
  } catch {
    return false;
  }
}
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length) return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n2 = size(payload.value);
    if (n2 > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n2 > max && ch._zod.def.when(payload)) {
        const start = payload.issues.length;
        ch._zod.check(payload);
        payload.issues[start].continue = false;
        attachSchema(payload.issues, start, inst);
        return payload;
      }
    }
    return parse3(payload, ctx);
  };
}
function handleArrayResult(result, final, index) {
  if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
  final.value[index] = result.value;
}
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") return;
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) return;
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) final.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: void 0,
      path: [key]
    });
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
  } else final.value[key] = result.value;
}
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t2 = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen)) break;
      seen = payload.issues.length;
    }
    if (keySet.has(key)) continue;
    if (key === "__proto__") {
      if (t2 === "never") unrecognized.push(key);
      continue;
    }
    if (t2 === "never") {
      unrecognized.push(key);
      continue;
    }
    const r2 = _catchall.run({
      value: input[key],
      issues: []
    }, ctx);
    if (r2 instanceof Promise) proms.push(r2.then((r3) => handlePropertyResult(r3, payload, key, input, optin, optout)));
    else handlePropertyResult(r2, payload, key, input, optin, optout);
  }
  if (unrecognized.length) payload.issues.push({
    code: "unrecognized_keys",
    keys: unrecognized,
    input,
    inst,
    continue: true
  });
  if (!proms.length) return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) if (result.issues.length === 0) {
    final.value = result.value;
    return final;
  }
  const nonaborted = results.filter((r2) => !aborted(r2));
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
function mergeValues(a2, b) {
  if (a2 === b) return {
    valid: true,
    data: a2
  };
  if (a2 instanceof Date && b instanceof Date && +a2 === +b) return {
    valid: true,
    data: a2
  };
  if (isPlainObject(a2) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a2).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = {
      ...a2,
      ...b
    };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__") continue;
      const sharedValue = mergeValues(a2[key], b[key]);
      if (!sharedValue.valid) return {
        valid: false,
        mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
      };
      newObj[key] = sharedValue.data;
    }
    return {
      valid: true,
      data: newObj
    };
  }
  if (Array.isArray(a2) && Array.isArray(b)) {
    if (a2.length !== b.length) return {
      valid: false,
      mergeErrorPath: []
    };
    const newArray = [];
    for (let index = 0; index < a2.length; index++) {
      const itemA = a2[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) return {
        valid: false,
        mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
      };
      newArray.push(sharedValue.data);
    }
    return {
      valid: true,
      data: newArray
    };
  }
  return {
    valid: false,
    mergeErrorPath: []
  };
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
      if (!keyIssues.has(k)) keyIssues.set(k, iss);
      keys = [k];
    } else return false;
    for (const k of keys) {
      if (!unrecKeys.has(k)) unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
  for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length) result.issues.push({
      ...unrecIssue,
      keys: aggregated
    });
    for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result)) return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) payload.value = def.defaultValue;
  return payload;
}
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) payload.issues.push({
    code: "invalid_type",
    expected: "nonoptional",
    input: payload.value,
    inst
  });
  return payload;
}
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo) payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
    input: payload.value
  });
  return payload;
}
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({
    value: left.value,
    issues: left.issues
  }, ctx);
}
function handleReadonlyResult(payload) {
  if (!payload.memo) payload.value = Object.freeze(payload.value);
  return payload;
}
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      path: [...inst._zod.def.path ?? []],
      continue: !inst._zod.def.abort
    };
    if (inst._zod.def.params) _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? {
    ...iss,
    path: iss.path.slice()
  } : { ...iss });
}
function isRecursive(inst, stack, resolve) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0) return cached2 ? PROVEN : NONE;
  if (stack.has(inst)) return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check = (child) => {
    if (result !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve);
      if (answer > result) result = answer;
    }
  };
  const shape = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable) continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      if (child > answer) answer = child;
    }
    return answer;
  };
  const merge2 = (answer) => {
    if (answer > result) result = answer;
  };
  const def = inst._zod.def;
  switch (def.type) {
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
      for (const el of def.items) check(el);
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
      for (const el of def.options) check(el);
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
    case "lazy": {
      const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    case "template_literal":
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
    default:
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get) continue;
        const value = desc.value;
        if (!value || typeof value !== "object") continue;
        if (value._zod) check(value);
        else if (Array.isArray(value)) for (const el of value) check(el);
      }
  }
  stack.delete(inst);
  return settle(inst, result);
}
function settle(inst, answer) {
  if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
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
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
function en_default() {
  return { localeError: error() };
}
function registry() {
  return new $ZodRegistry();
}
function snapshotChecks(def) {
  if (def.checks) def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
  return new Class(snapshotChecks({
    type: "string",
    ...normalizeParams(params)
  }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
  return new Class({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
  return new Class({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
  return new Class({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
  return new Class({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
  return new Class({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
  return new Class({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
  return new Class({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
  return new Class({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
  return new Class({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
  return new Class({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
  return new Class({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
  return new Class({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
  return new Class({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
  return new Class({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
  return new Class({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
  return new Class({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
  return new Class({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
  return new Class({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
  return new Class({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
  return new Class({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
  return new Class({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
  return new Class({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
  return new Class({
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
function _isoDate(Class, params) {
  return new Class({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
  return new Class({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
  return new Class({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
  return new Class(snapshotChecks({
    type: "number",
    checks: [],
    ...normalizeParams(params)
  }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
  return new Class({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
  return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
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
  return new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
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
function _array(Class, element, params) {
  return new Class({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
  return new Class({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue$2) => {
      if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
      else {
        const _issue = issue$2;
        if (_issue.fatal) _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue)) _issue.input = payload.value;
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
function assignProps(target, ...sources) {
  for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4") target = "draft-04";
  if (target === "draft-7") target = "draft-07";
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
function handleUnrepresentable(schema, ctx, json, params, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
    zodSchema: schema,
    path: params.path,
    message
  }) : ctx.unrepresentable;
  if (result === "any") return false;
  if (result === void 0 || result === "throw") throw new Error(message);
  Object.assign(json, result);
  return true;
}
function processSchema(schema, ctx, _params = {
  path: [],
  schemaPath: []
}) {
  var _a2;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
    return seen.schema;
  }
  const result = {
    schema: {},
    count: 1,
    cycle: void 0,
    path: _params.path
  };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) result.schema = overrideSchema;
  else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
    else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref) result.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta = ctx.metadataRegistry.get(schema);
  if (meta) assignProps(result.schema, meta);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema) (_a2 = result.schema).default ?? (_a2.default = result.schema._prefault);
  delete result.schema._prefault;
  return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      idToSchema.set(id, entry[0]);
    }
  }
  const makeURI = (entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) return { ref: uriGenerator(externalId) };
      const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id;
      return {
        defId: id,
        ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
      };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return {
      defId,
      ref: defUriPrefix + encodeJSONPointerSegment(defId)
    };
  };
  const extractToDef = (entry) => {
    if (entry[1].schema.$ref) return;
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId) seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) delete schema2[key];
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    if (ctx.metadataRegistry.get(entry[0])?.id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") extractToDef(entry);
    }
  }
  if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
  const types2 = [];
  for (const option of options) {
    if (!option || typeof option !== "object") return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type") return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string") return;
      if (!types2.includes(member)) types2.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types2.length === 1 ? types2[0] : types2;
}
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object") return null;
    for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const key in object.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0) continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
      }
      assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
    }
    for (const key of object.required ?? []) required2.add(key);
  }
  const folded = {
    type: "object",
    properties
  };
  if (required2.size) folded.required = [...required2];
  if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
  else {
    const constraints = [];
    for (const object of objects) {
      const constraint = undeclaredConstraint(object);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
    }
    if (constraints.length === 1) folded.additionalProperties = constraints[0];
    else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2) return;
  for (const key of FOLDABLE_KEYS) if (key in json) return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) folded = foldObjects(allOf);
  else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1) return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b)) return;
    folded = { [keyword]: branches };
  }
  if (!folded) return;
  delete json.allOf;
  assignProps(json, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null) return;
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
      } else assignProps(schema2, refSchema);
      assignProps(schema2, _cached);
      if (zodSchema._zod.parent === ref) for (const key in schema2) {
        if (key === "$ref" || key === "allOf") continue;
        if (!(key in _cached)) delete schema2[key];
      }
      if (refSchema.$ref && refSeen.def) for (const key in schema2) {
        if (key === "$ref" || key === "allOf") continue;
        if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) delete schema2[key];
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) for (const key in schema2) {
          if (key === "$ref" || key === "allOf") continue;
          if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) delete schema2[key];
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
    for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
    if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
    for (const rewrite of ctx.deferred) rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
        const allOf = json?.allOf;
        if (!Array.isArray(allOf)) continue;
        const existing = carriers.get(allOf);
        if (existing) existing.push(json);
        else carriers.set(allOf, [json]);
      }
      for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
  else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
  else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
  else if (ctx.target === "openapi-3.0") {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id) throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (seen.def && seen.defId) {
      if (seen.def.id === seen.defId) delete seen.def.id;
      assignProp(defs, seen.defId, seen.def);
    }
  }
  if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else if (Object.keys(defs).length > 0) {
    if (ctx.target === "draft-2020-12") result.$defs = defs;
    else result.definitions = defs;
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
  if (ctx.seen.has(_schema)) return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform") return true;
  if (def.type === "array") return isTransforming(def.element, ctx);
  if (def.type === "set") return isTransforming(def.valueType, ctx);
  if (def.type === "lazy") return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
  if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec")) return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) if (isTransforming(option, ctx)) return true;
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) if (isTransforming(item, ctx)) return true;
    if (def.rest && isTransforming(def.rest, ctx)) return true;
    return false;
  }
  return false;
}
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int")) agg.isInt = true;
  }
  if (bag.mime) intersectMime(agg, bag.mime);
  for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
  return agg;
}
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
  if (def.type === "catch") return inputOptin(def.innerType);
  return schema._zod.optin;
}
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json)) return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def) return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches)) continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i2) => branch !== branches[i2])) json = {
      ...json,
      [keyword]: mapped
    };
  }
  const types2 = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types2.includes("string") && types2.some((t2) => t2 === "number" || t2 === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number")) return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number") rest.const = String(rest.const);
  if (!numericType) return rest;
  rest.type = "string";
  if (!values) rest.pattern = (types2.includes("number") ? number$1 : integer).source;
  return rest;
}
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
  const rewrites = /* @__PURE__ */ new Map();
  for (const record2 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record2);
    const names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names)) continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names) rewrites.set(names, rewritten);
  }
  if (!rewrites.size) return;
  for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
    const rewritten = carrier && rewrites.get(carrier.propertyNames);
    if (rewritten) carrier.propertyNames = rewritten;
  }
}
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint") return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable) return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, {
        value,
        configurable: true,
        writable: true
      });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, {
        value,
        configurable: true,
        writable: true
      });
    }
  });
}
function _ensureDefaultLocale() {
  if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
function string(params) {
  return /* @__PURE__ */ _string(ZodString, params);
}
function number(params) {
  return /* @__PURE__ */ _number(ZodNumber, params);
}
function int(params) {
  return /* @__PURE__ */ _int(ZodNumberFormat, params);
}
function boolean(params) {
  return /* @__PURE__ */ _boolean(ZodBoolean, params);
}
function unknown() {
  return /* @__PURE__ */ _unknown(ZodUnknown);
}
function never(params) {
  return /* @__PURE__ */ _never(ZodNever, params);
}
function array(element, params) {
  return /* @__PURE__ */ _array(ZodArray, element, params);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...normalizeParams(params)
  });
}
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...normalizeParams(params)
  });
}
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) return new ZodRecord({
    type: "record",
    keyType: string(),
    valueType: keyType,
    ...normalizeParams(valueType)
  });
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...normalizeParams(params)
  });
}
function _enum(values, params) {
  return new ZodEnum({
    type: "enum",
    entries: Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values,
    ...normalizeParams(params)
  });
}
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...normalizeParams(params)
  });
}
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
    }
  });
}
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
    }
  });
}
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...normalizeParams(params)
  });
}
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
  });
}
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
  });
}
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
function refine(fn, _params = {}) {
  return /* @__PURE__ */ _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return /* @__PURE__ */ _superRefine(fn, params);
}
async function decodeKey(encoded) {
  const bytes2 = decodeBase64(encoded);
  return crypto.subtle.importKey("raw", bytes2.buffer, ALGORITHM, true, ["encrypt", "decrypt"]);
}
async function encryptString(key, raw, additionalData) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH / 2));
  const data = encoder$1.encode(raw);
  const params = {
    name: ALGORITHM,
    iv
  };
  if (additionalData) params.additionalData = encoder$1.encode(additionalData);
  const buffer2 = await crypto.subtle.encrypt(params, key, data);
  return encodeHexUpperCase(iv) + encodeBase64(new Uint8Array(buffer2));
}
async function decryptString(key, encoded, additionalData) {
  const iv = decodeHex(encoded.slice(0, IV_LENGTH));
  const dataArray = decodeBase64(encoded.slice(IV_LENGTH));
  const params = {
    name: ALGORITHM,
    iv
  };
  if (additionalData) params.additionalData = encoder$1.encode(additionalData);
  const decryptedBuffer = await crypto.subtle.decrypt(params, key, dataArray);
  return decoder$1.decode(decryptedBuffer);
}
async function generateCspDigest(data, algorithm) {
  const hashBuffer = await crypto.subtle.digest(algorithm, encoder$1.encode(data));
  const hash = encodeBase64(new Uint8Array(hashBuffer));
  return `${ALGORITHMS[algorithm]}${hash}`;
}
function isRoute404(route) {
  return ROUTE404_RE.test(route);
}
function isRoute500(route) {
  return ROUTE500_RE.test(route);
}
async function renderEndpoint(mod, context, isPrerendered, logger, state) {
  const { request, url } = context;
  const method = request.method.toUpperCase();
  let handler = mod[method] ?? mod["ALL"];
  if (!handler && method === "HEAD" && mod["GET"]) handler = mod["GET"];
  if (isPrerendered && !["GET", "HEAD"].includes(method)) logger.warn("router", `${url.pathname} ${s.bold(method)} requests are not available in static endpoints. Mark this page as server-rendered (\`export const prerender = false;\`) or update your config to \`output: 'server'\` to make all your pages server-rendered by default.`);
  if (handler === void 0) {
    logger.warn("router", `No API Route handler exists for the method "${method}" for the route "${url.pathname}".
Found handlers: ${Object.keys(mod).map((exp) => JSON.stringify(exp)).join(", ")}
` + ("all" in mod ? `One of the exported handlers is "all" (lowercase), did you mean to export 'ALL'?
` : ""));
    return new Response(null, { status: 404 });
  }
  if (typeof handler !== "function") {
    logger.error("router", `The route "${url.pathname}" exports a value for the method "${method}", but it is of the type ${typeof handler} instead of a function.`);
    return new Response(null, { status: 500 });
  }
  let response = await handler.call(mod, context);
  if (!response || response instanceof Response === false) throw new AstroError(EndpointDidNotReturnAResponse);
  if (state && REROUTABLE_STATUS_CODES.includes(response.status)) state.skipErrorReroute = true;
  if (method === "HEAD") return new Response(null, response);
  return response;
}
function isPromise(value) {
  return typeof value === "object" && value !== null && typeof value.then === "function";
}
async function* streamAsyncIterator(stream) {
  const reader = stream.getReader();
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
function entityFor(code) {
  switch (code) {
    case 38:
      return "&amp;";
    case 60:
      return "&lt;";
    case 62:
      return "&gt;";
    case 39:
      return "&#39;";
    default:
      return "&quot;";
  }
}
function escapeHTML(value) {
  ESCAPABLE.lastIndex = 0;
  if (!ESCAPABLE.test(value)) return value;
  let output = "";
  let last = 0;
  do {
    const index = ESCAPABLE.lastIndex - 1;
    if (last !== index) output += value.slice(last, index);
    output += entityFor(value.charCodeAt(index));
    last = index + 1;
  } while (ESCAPABLE.test(value));
  return last === value.length ? output : output + value.slice(last);
}
function stringifyForScript(value) {
  return JSON.stringify(value)?.replace(/</g, "\\u003c");
}
function escapeStyleText(value) {
  return value.replaceAll("<", "\\3C ");
}
function isHTMLString(value) {
  return typeof value === "object" && value !== null && value[htmlStringSymbol] === true;
}
function markHTMLBytes(bytes2) {
  return new HTMLBytes(bytes2);
}
function hasGetReader(obj) {
  return typeof obj.getReader === "function";
}
async function* unescapeChunksAsync(iterable) {
  if (hasGetReader(iterable)) for await (const chunk of streamAsyncIterator(iterable)) yield unescapeHTML(chunk);
  else for await (const chunk of iterable) yield unescapeHTML(chunk);
}
function* unescapeChunks(iterable) {
  for (const chunk of iterable) yield unescapeHTML(chunk);
}
function unescapeHTML(str) {
  if (!!str && typeof str === "object") {
    if (str instanceof Uint8Array) return markHTMLBytes(str);
    else if (str instanceof Response && str.body) {
      const body = str.body;
      return unescapeChunksAsync(body);
    } else if (typeof str.then === "function") return Promise.resolve(str).then((value) => {
      return unescapeHTML(value);
    });
    else if (str[/* @__PURE__ */ Symbol.for("astro:slot-string")]) return str;
    else if (Symbol.iterator in str) return unescapeChunks(str);
    else if (Symbol.asyncIterator in str || hasGetReader(str)) return unescapeChunksAsync(str);
  }
  return markHTMLString(str);
}
function isVNode(vnode) {
  return vnode && typeof vnode === "object" && vnode["astro:jsx"];
}
function isPropagatingHint(hint) {
  return hint === "self" || hint === "in-tree";
}
function isAstroComponentFactory(obj) {
  return obj == null ? false : obj.isAstroComponentFactory === true;
}
function r(e2) {
  var t2, f, n2 = "";
  if ("string" == typeof e2 || "number" == typeof e2) n2 += e2;
  else if ("object" == typeof e2) if (Array.isArray(e2)) {
    var o2 = e2.length;
    for (t2 = 0; t2 < o2; t2++) e2[t2] && (f = r(e2[t2])) && (n2 && (n2 += " "), n2 += f);
  } else for (f in e2) e2[f] && (n2 && (n2 += " "), n2 += f);
  return n2;
}
function clsx() {
  for (var e2, t2, f = 0, n2 = "", o2 = arguments.length; f < o2; f++) (e2 = arguments[f]) && (t2 = r(e2)) && (n2 && (n2 += " "), n2 += t2);
  return n2;
}
function serializeArray(value, metadata = {}, parents = /* @__PURE__ */ new WeakSet()) {
  if (parents.has(value)) throw new Error(`Cyclic reference detected while serializing props for <${metadata.displayName} client:${metadata.hydrate}>!

Cyclic references cannot be safely serialized for client-side usage. Please remove the cyclic reference.`);
  parents.add(value);
  const serialized = value.map((v) => {
    return convertToSerializedForm(v, metadata, parents);
  });
  parents.delete(value);
  return serialized;
}
function serializeObject(value, metadata = {}, parents = /* @__PURE__ */ new WeakSet()) {
  if (parents.has(value)) throw new Error(`Cyclic reference detected while serializing props for <${metadata.displayName} client:${metadata.hydrate}>!

Cyclic references cannot be safely serialized for client-side usage. Please remove the cyclic reference.`);
  parents.add(value);
  const serialized = Object.fromEntries(Object.entries(value).map(([k, v]) => {
    return [k, convertToSerializedForm(v, metadata, parents)];
  }));
  parents.delete(value);
  return serialized;
}
function convertToSerializedForm(value, metadata = {}, parents = /* @__PURE__ */ new WeakSet()) {
  switch (Object.prototype.toString.call(value)) {
    case "[object Date]":
      return [PROP_TYPE.Date, value.toISOString()];
    case "[object RegExp]":
      return [PROP_TYPE.RegExp, value.source];
    case "[object Map]":
      return [PROP_TYPE.Map, serializeArray(Array.from(value), metadata, parents)];
    case "[object Set]":
      return [PROP_TYPE.Set, serializeArray(Array.from(value), metadata, parents)];
    case "[object BigInt]":
      return [PROP_TYPE.BigInt, value.toString()];
    case "[object URL]":
      return [PROP_TYPE.URL, value.toString()];
    case "[object Array]":
      return [PROP_TYPE.JSON, serializeArray(value, metadata, parents)];
    case "[object Uint8Array]":
      return [PROP_TYPE.Uint8Array, Array.from(value)];
    case "[object Uint16Array]":
      return [PROP_TYPE.Uint16Array, Array.from(value)];
    case "[object Uint32Array]":
      return [PROP_TYPE.Uint32Array, Array.from(value)];
    default:
      if (value !== null && typeof value === "object") return [PROP_TYPE.Value, serializeObject(value, metadata, parents)];
      if (value === Number.POSITIVE_INFINITY) return [PROP_TYPE.Infinity, 1];
      if (value === Number.NEGATIVE_INFINITY) return [PROP_TYPE.Infinity, -1];
      if (value === void 0) return [PROP_TYPE.Value];
      return [PROP_TYPE.Value, value];
  }
}
function serializeProps(props, metadata) {
  return JSON.stringify(serializeObject(props, metadata));
}
function extractDirectives(inputProps, clientDirectives) {
  let extracted = {
    isPage: false,
    hydration: null,
    props: {},
    propsWithoutTransitionAttributes: {}
  };
  for (const key of Object.keys(inputProps)) {
    const value = inputProps[key];
    if (key.startsWith("server:")) {
      if (key === "server:root") extracted.isPage = true;
    }
    if (key.startsWith("client:")) {
      if (!extracted.hydration) extracted.hydration = {
        directive: "",
        value: "",
        componentUrl: "",
        componentExport: { value: "" }
      };
      switch (key) {
        case "client:component-path":
          extracted.hydration.componentUrl = value;
          break;
        case "client:component-export":
          extracted.hydration.componentExport.value = value;
          break;
        case "client:component-hydration":
          break;
        case "client:display-name":
          break;
        default:
          extracted.hydration.directive = key.split(":")[1];
          extracted.hydration.value = value;
          if (!clientDirectives.has(extracted.hydration.directive)) {
            const hydrationMethods = Array.from(clientDirectives.keys()).map((d) => `client:${d}`).join(", ");
            throw new Error(`Error: invalid hydration directive "${key}". Supported hydration methods: ${hydrationMethods}`);
          }
          if (extracted.hydration.directive === "media" && typeof extracted.hydration.value !== "string") throw new AstroError(MissingMediaQueryDirective);
      }
    } else {
      extracted.props[key] = value;
      if (!transitionDirectivesToCopyOnIsland.has(key)) extracted.propsWithoutTransitionAttributes[key] = value;
    }
  }
  for (const sym of Object.getOwnPropertySymbols(inputProps)) {
    extracted.props[sym] = inputProps[sym];
    extracted.propsWithoutTransitionAttributes[sym] = inputProps[sym];
  }
  return extracted;
}
async function generateHydrateScript(scriptOptions, metadata) {
  const { renderer, result, astroId, props, attrs } = scriptOptions;
  const { hydrate, componentUrl, componentExport } = metadata;
  if (!componentExport.value) throw new AstroError({
    ...NoMatchingImport,
    message: NoMatchingImport.message(metadata.displayName)
  });
  const island = {
    children: "",
    props: { uid: astroId }
  };
  if (attrs) for (const [key, value] of Object.entries(attrs)) island.props[key] = escapeHTML(String(value));
  island.props["component-url"] = await result.resolve(decodeURI(componentUrl));
  if (renderer.clientEntrypoint) {
    island.props["component-export"] = componentExport.value;
    island.props["renderer-url"] = await result.resolve(decodeURI(renderer.clientEntrypoint.toString()));
    island.props["props"] = escapeHTML(serializeProps(props, metadata));
  }
  island.props["ssr"] = "";
  island.props["client"] = hydrate;
  let beforeHydrationUrl = await result.resolve("astro:scripts/before-hydration.js");
  if (beforeHydrationUrl.length) island.props["before-hydration-url"] = beforeHydrationUrl;
  island.props["opts"] = escapeHTML(JSON.stringify({
    name: metadata.displayName,
    value: metadata.hydrateArgs || ""
  }));
  transitionDirectivesToCopyOnIsland.forEach((name) => {
    if (typeof props[name] !== "undefined") island.props[name] = escapeHTML(String(props[name]));
  });
  return island;
}
function bitwise(str) {
  let hash = 0;
  if (str.length === 0) return hash;
  for (let i2 = 0; i2 < str.length; i2++) {
    const ch = str.charCodeAt(i2);
    hash = (hash << 5) - hash + ch;
    hash = hash & hash;
  }
  return hash;
}
function shorthash(text) {
  let num;
  let result = "";
  let integer2 = bitwise(text);
  const sign = integer2 < 0 ? "Z" : "";
  integer2 = Math.abs(integer2);
  while (integer2 >= binary) {
    num = integer2 % binary;
    integer2 = Math.floor(integer2 / binary);
    result = dictionary[num] + result;
  }
  if (integer2 > 0) result = dictionary[integer2] + result;
  return sign + result;
}
function isHeadAndContent(obj) {
  return typeof obj === "object" && obj !== null && !!obj[headAndContentSym];
}
function createThinHead() {
  return { [headAndContentSym]: true };
}
function determineIfNeedsHydrationScript(result) {
  if (result._metadata.templateDepth > 0) return !result._metadata.hasHydrationScript;
  if (result._metadata.hasHydrationScript) return false;
  return result._metadata.hasHydrationScript = true;
}
function determinesIfNeedsDirectiveScript(result, directive) {
  if (result._metadata.templateDepth > 0) return !result._metadata.hasDirectives.has(directive);
  if (result._metadata.hasDirectives.has(directive)) return false;
  result._metadata.hasDirectives.add(directive);
  return true;
}
function getDirectiveScriptText(result, directive) {
  const clientDirective = result.clientDirectives.get(directive);
  if (!clientDirective) throw new Error(`Unknown directive: ${directive}`);
  return clientDirective;
}
function getPrescripts(result, type, directive) {
  switch (type) {
    case "both":
      return `<style>${ISLAND_STYLES}</style><script>${getDirectiveScriptText(result, directive)}</script><script>${process.env.NODE_ENV === "development" ? astro_island_prebuilt_dev_default : astro_island_prebuilt_default}</script>`;
    case "directive":
      return `<script>${getDirectiveScriptText(result, directive)}</script>`;
  }
}
async function collectPropagatedHeadParts(input) {
  const collectedHeadParts = [];
  const pendingSlotEvaluations = input.result._metadata?.pendingSlotEvaluations ?? [];
  const drainPendingSlots = async () => {
    while (pendingSlotEvaluations.length > 0) {
      const batch = pendingSlotEvaluations.splice(0, pendingSlotEvaluations.length);
      await Promise.all(batch);
    }
  };
  await drainPendingSlots();
  for (const propagator of input.propagators) {
    const returnValue = await propagator.init(input.result);
    if (input.isHeadAndContent(returnValue) && returnValue.head) collectedHeadParts.push(returnValue.head);
    await drainPendingSlots();
  }
  return collectedHeadParts;
}
function shouldRenderHeadInstruction(state) {
  return !state.hasRenderedHead && !state.partial;
}
function shouldRenderMaybeHeadInstruction(state) {
  return !state.hasRenderedHead && !state.headInTree && !state.partial;
}
function shouldRenderInstruction$1(type, state) {
  return type === "head" ? shouldRenderHeadInstruction(state) : shouldRenderMaybeHeadInstruction(state);
}
function registerIfPropagating(result, factory, instance) {
  if (factory.propagation === "self" || factory.propagation === "in-tree") {
    result._metadata.propagators.add(instance);
    return;
  }
  if (factory.moduleId) {
    const hint = result.componentMetadata.get(factory.moduleId)?.propagation;
    if (isPropagatingHint(hint ?? "none")) result._metadata.propagators.add(instance);
  }
}
async function bufferPropagatedHead(result) {
  const collected = await collectPropagatedHeadParts({
    propagators: result._metadata.propagators,
    result,
    isHeadAndContent
  });
  result._metadata.extraHead.push(...collected);
}
function shouldRenderInstruction(type, state) {
  return shouldRenderInstruction$1(type, state);
}
function getInstructionRenderState(result) {
  return {
    hasRenderedHead: result._metadata.hasRenderedHead,
    headInTree: result._metadata.headInTree,
    partial: result.partial
  };
}
function normalizeCspResourceEntry(entry) {
  if (typeof entry === "string") return {
    resource: entry,
    kind: "default"
  };
  return {
    resource: entry.resource,
    kind: entry.kind ?? "default"
  };
}
function normalizeCspHashEntry(entry) {
  if (typeof entry === "string") return {
    hash: entry,
    kind: "default"
  };
  return {
    hash: entry.hash,
    kind: entry.kind ?? "default"
  };
}
function partitionByKind(directive) {
  const groups = {
    default: {
      resources: [],
      hashes: []
    },
    element: {
      resources: [],
      hashes: []
    },
    attribute: {
      resources: [],
      hashes: []
    }
  };
  for (const entry of directive.resources) {
    const { resource, kind } = normalizeCspResourceEntry(entry);
    groups[kind].resources.push(resource);
  }
  for (const entry of directive.hashes) {
    const { hash, kind } = normalizeCspHashEntry(entry);
    groups[kind].hashes.push(hash);
  }
  return groups;
}
function deduplicateDirectiveValues(existingDirective, newDirective) {
  const [directiveName, ...existingValues] = existingDirective.split(/\s+/).filter(Boolean);
  const [newDirectiveName, ...newValues] = newDirective.split(/\s+/).filter(Boolean);
  if (directiveName !== newDirectiveName) return;
  return `${directiveName} ${Array.from(/* @__PURE__ */ new Set([...existingValues, ...newValues])).join(" ")}`;
}
function pushDirective(directives, newDirective) {
  if (directives.length === 0) return [newDirective];
  const finalDirectives = [];
  let matched = false;
  for (const directive of directives) {
    if (matched) {
      finalDirectives.push(directive);
      continue;
    }
    const result = deduplicateDirectiveValues(directive, newDirective);
    if (result) {
      finalDirectives.push(result);
      matched = true;
    } else finalDirectives.push(directive);
  }
  if (!matched) finalDirectives.push(newDirective);
  return finalDirectives;
}
function renderCspContent(result) {
  const { scriptDirective, styleDirective, directives } = result;
  const script = partitionByKind(scriptDirective);
  const style = partitionByKind(styleDirective);
  const finalScriptHashes = /* @__PURE__ */ new Set();
  for (const scriptHash of script.default.hashes) finalScriptHashes.add(`'${scriptHash}'`);
  for (const scriptHash of result._metadata.extraScriptHashes) finalScriptHashes.add(`'${scriptHash}'`);
  const finalStyleHashes = /* @__PURE__ */ new Set();
  for (const styleHash of style.default.hashes) finalStyleHashes.add(`'${styleHash}'`);
  for (const styleHash of result._metadata.extraStyleHashes) finalStyleHashes.add(`'${styleHash}'`);
  let directivesContent;
  if (directives.length > 0) directivesContent = directives.join(";") + ";";
  const scriptResources = script.default.resources.length > 0 ? script.default.resources.join(" ") : "'self'";
  const styleResources = style.default.resources.length > 0 ? style.default.resources.join(" ") : "'self'";
  const scriptElementDefaultResource = script.default.resources.length > 0 ? "" : "'self'";
  const styleElementDefaultResource = style.default.resources.length > 0 ? "" : "'self'";
  const scriptElemActive = isEnabled(script.element);
  const styleElemActive = isEnabled(style.element);
  const strictDynamicSuffix = scriptDirective.strictDynamic ? ` 'strict-dynamic'` : "";
  const scriptDefaultHasUnsafeInline = hasUnsafeInline(script.default.resources);
  const styleDefaultHasUnsafeInline = hasUnsafeInline(style.default.resources);
  const scriptSrc = `script-src ${scriptResources} ${[...scriptElemActive || scriptDefaultHasUnsafeInline ? [] : [...finalScriptHashes], ...scriptDirective.strictDynamic ? [`'strict-dynamic'`] : []].join(" ")};`;
  const styleSrc = `style-src ${styleResources} ${(styleElemActive || styleDefaultHasUnsafeInline ? [] : [...finalStyleHashes]).join(" ")};`;
  const scriptSrcElem = scriptElemActive ? renderSpecificDirective("script-src-elem", script.element.resources, scriptElementDefaultResource, finalScriptHashes, script.element.hashes, strictDynamicSuffix) : void 0;
  const scriptSrcAttr = isEnabled(script.attribute) ? renderSpecificDirective("script-src-attr", script.attribute.resources, "'none'", void 0, script.attribute.hashes) : void 0;
  const styleSrcElem = styleElemActive ? renderSpecificDirective("style-src-elem", style.element.resources, styleElementDefaultResource, finalStyleHashes, style.element.hashes) : void 0;
  const styleSrcAttr = isEnabled(style.attribute) ? renderSpecificDirective("style-src-attr", style.attribute.resources, "'none'", void 0, style.attribute.hashes) : void 0;
  return [
    directivesContent,
    scriptSrc,
    scriptSrcElem,
    scriptSrcAttr,
    styleSrc,
    styleSrcElem,
    styleSrcAttr
  ].filter(Boolean).join(" ");
}
function hasUnsafeInline(resources) {
  return resources.includes("'unsafe-inline'");
}
function isEnabled(sources) {
  return sources.resources.length > 0 || sources.hashes.length > 0;
}
function renderSpecificDirective(name, resources, defaultResource, sharedHashes, ownHashes, suffix = "") {
  const unsafeInline = hasUnsafeInline(resources);
  const hashes = new Set(unsafeInline ? void 0 : sharedHashes);
  if (!unsafeInline) for (const hash of ownHashes) hashes.add(`'${hash}'`);
  let finalResources;
  if (resources.length > 0) finalResources = resources.map((r2) => `${r2}`).join(" ");
  else if (defaultResource === "'none'" && hashes.size > 0) finalResources = "";
  else finalResources = defaultResource;
  return `${name} ${[finalResources, ...hashes].filter(Boolean).join(" ")}${suffix};`;
}
function createRenderInstruction(instruction) {
  instruction[RenderInstructionSymbol] = true;
  return instruction;
}
function isRenderInstruction(chunk) {
  return chunk && typeof chunk === "object" && chunk[RenderInstructionSymbol];
}
function isScriptInstruction(chunk) {
  return chunk && typeof chunk === "object" && "type" in chunk && chunk.type === "script";
}
function defineScriptVars(vars) {
  let output = "";
  for (const [key, value] of Object.entries(vars)) output += `const ${toIdent(key)} = ${stringifyForScript(value)};
`;
  return markHTMLString(output);
}
function formatList(values) {
  if (values.length === 1) return values[0];
  return `${values.slice(0, -1).join(", ")} or ${values[values.length - 1]}`;
}
function isCustomElement(tagName) {
  return tagName.includes("-");
}
function handleBooleanAttribute(key, value, shouldEscape, tagName) {
  if (key === "popover") return markHTMLString(value ? ` ${key}` : "");
  if (tagName && isCustomElement(tagName)) return markHTMLString(` ${key}="${toAttributeString(value, shouldEscape)}"`);
  return markHTMLString(value ? ` ${key}` : "");
}
function classifyAttribute(key) {
  if (INVALID_ATTR_NAME_CHAR.test(key)) return ATTRIBUTE_KIND.INVALID_NAME;
  if (STATIC_DIRECTIVES.has(key)) return ATTRIBUTE_KIND.STATIC_DIRECTIVE;
  if (key === "class:list") return ATTRIBUTE_KIND.CLASS_LIST;
  if (key === "style") return ATTRIBUTE_KIND.STYLE;
  if (key === "className") return ATTRIBUTE_KIND.CLASS_NAME;
  if (htmlBooleanAttributes.test(key)) return ATTRIBUTE_KIND.BOOLEAN;
  if (key === "popover" || key === "download" || key === "hidden") return ATTRIBUTE_KIND.BOOLEAN_IF_BOOLEAN;
  return ATTRIBUTE_KIND.ORDINARY;
}
function addAttribute(value, key, shouldEscape = true, tagName = "") {
  if (value == null) return "";
  switch (classifyAttribute(key)) {
    case ATTRIBUTE_KIND.INVALID_NAME:
      return "";
    case ATTRIBUTE_KIND.STATIC_DIRECTIVE:
      console.warn(`[astro] The "${key}" directive cannot be applied dynamically at runtime. It will not be rendered as an attribute.

Make sure to use the static attribute syntax (\`${key}={value}\`) instead of the dynamic spread syntax (\`{...{ "${key}": value }}\`).`);
      return "";
    case ATTRIBUTE_KIND.CLASS_LIST: {
      const listValue = toAttributeString(clsx(value), shouldEscape);
      if (listValue === "") return "";
      return markHTMLString(` class="${listValue}"`);
    }
    case ATTRIBUTE_KIND.STYLE:
      if (!(value instanceof HTMLString)) {
        if (Array.isArray(value) && value.length === 2) return markHTMLString(` style="${toAttributeString(`${toStyleString(value[0])};${value[1]}`, shouldEscape)}"`);
        if (typeof value === "object") return markHTMLString(` style="${toAttributeString(toStyleString(value), shouldEscape)}"`);
      }
      break;
    case ATTRIBUTE_KIND.CLASS_NAME:
      return markHTMLString(` class="${toAttributeString(value, shouldEscape)}"`);
    case ATTRIBUTE_KIND.BOOLEAN:
      return handleBooleanAttribute(key, value, shouldEscape, tagName);
    case ATTRIBUTE_KIND.BOOLEAN_IF_BOOLEAN:
      if (typeof value === "boolean") return handleBooleanAttribute(key, value, shouldEscape, tagName);
      break;
    case ATTRIBUTE_KIND.ORDINARY:
  }
  if (value === "") return markHTMLString(` ${key}`);
  return markHTMLString(` ${key}="${toAttributeString(value, shouldEscape)}"`);
}
function spreadElementAttributes(values) {
  let output = "";
  for (const key of Object.keys(values)) {
    if (key === "children") continue;
    output += addAttribute(values[key], key, true);
  }
  return output;
}
function internalSpreadAttributes(values, shouldEscape = true, tagName) {
  let output = "";
  for (const key of Object.keys(values)) output += addAttribute(values[key], key, shouldEscape, tagName);
  return markHTMLString(output);
}
function renderElement$1(name, { props: _props, children = "" }, shouldEscape = true) {
  const { lang: _, "data-astro-id": astroId, "define:vars": defineVars, ...props } = _props;
  if (defineVars) {
    if (name === "style") {
      delete props["is:global"];
      delete props["is:scoped"];
    }
    if (name === "script") {
      delete props.hoist;
      children = defineScriptVars(defineVars) + "\n" + children;
    }
  }
  if ((children == null || children === "") && voidElementNames.test(name)) return `<${name}${internalSpreadAttributes(props, shouldEscape, name)}>`;
  return `<${name}${internalSpreadAttributes(props, shouldEscape, name)}>${children}</${name}>`;
}
function createBufferedRenderer(destination, renderFunction) {
  return new BufferedRenderer(destination, renderFunction);
}
function promiseWithResolvers() {
  let resolve, reject;
  return {
    promise: new Promise((_resolve, _reject) => {
      resolve = _resolve;
      reject = _reject;
    }),
    resolve,
    reject
  };
}
function stablePropsKey(props) {
  const keys = Object.keys(props).sort();
  let result = "{";
  for (let i2 = 0; i2 < keys.length; i2++) {
    if (i2 > 0) result += ",";
    result += JSON.stringify(keys[i2]) + ":" + JSON.stringify(props[keys[i2]]);
  }
  result += "}";
  return result;
}
function deduplicateElements(elements) {
  if (elements.length <= 1) return elements;
  const seen = /* @__PURE__ */ new Set();
  return elements.filter((item) => {
    const key = stablePropsKey(item.props) + item.children;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
function renderAllHeadContent(result) {
  result._metadata.hasRenderedHead = true;
  let content = "";
  if (result.shouldInjectCspMetaTags && result.cspDestination === "meta") content += renderElement$1("meta", {
    props: {
      "http-equiv": "content-security-policy",
      content: renderCspContent(result)
    },
    children: ""
  }, false);
  const styles = deduplicateElements(Array.from(result.styles)).map((style) => style.props.rel === "stylesheet" ? renderElement$1("link", style) : renderElement$1("style", style));
  result.styles.clear();
  const scripts = deduplicateElements(Array.from(result.scripts)).map((script) => {
    if (result.userAssetsBase) script.props.src = (result.base === "/" ? "" : result.base) + result.userAssetsBase + script.props.src;
    return renderElement$1("script", script, false);
  });
  const links = deduplicateElements(Array.from(result.links)).map((link) => renderElement$1("link", link, false));
  const sep = result.compressHTML === true || result.compressHTML === "jsx" ? "" : "\n";
  content += styles.join(sep) + links.join(sep) + scripts.join(sep);
  if (result.speculationRulesContent) content += renderElement$1("script", {
    props: { type: "speculationrules" },
    children: result.speculationRulesContent
  }, false);
  content += result._metadata.extraHead.join("");
  return markHTMLString(content);
}
function renderHead() {
  return HEAD_INSTRUCTION;
}
function maybeRenderHead() {
  return MAYBE_HEAD_INSTRUCTION;
}
function markHtmlParts(htmlParts) {
  let marked = markedHtmlParts.get(htmlParts);
  if (marked === void 0) {
    marked = new Array(htmlParts.length);
    for (let i2 = 0; i2 < htmlParts.length; i2++) marked[i2] = htmlParts[i2] ? markHTMLString(htmlParts[i2]) : htmlParts[i2];
    markedHtmlParts.set(htmlParts, marked);
  }
  return marked;
}
function isRenderTemplateResult(obj) {
  return typeof obj === "object" && obj !== null && !!obj[renderTemplateResultSym];
}
function renderTemplate(htmlParts, ...expressions) {
  return new RenderTemplateResult(htmlParts, expressions);
}
function isSlotString(str) {
  return !!str[slotString];
}
function mergeSlotInstructions(target, source) {
  if (source.instructions?.length) {
    target ??= [];
    target.push(...source.instructions);
  }
  return target;
}
function renderSlot(result, slotted, fallback) {
  if (!slotted && fallback) return renderSlot(result, fallback);
  return new SlotRenderInstance(result, slotted);
}
async function renderSlotToString(result, slotted, fallback) {
  let content = "";
  let instructions = null;
  const chunks = [];
  await renderSlot(result, slotted, fallback).render({ write(chunk) {
    if (chunk instanceof SlotString) {
      content += chunk;
      if (chunk.chunks.length) chunks.push(...chunk.chunks);
      instructions = mergeSlotInstructions(instructions, chunk);
    } else if (chunk instanceof Response) return;
    else if (typeof chunk === "object" && "type" in chunk && typeof chunk.type === "string") {
      if (isScriptInstruction(chunk)) chunks.push(chunk);
      else {
        if (instructions === null) instructions = [];
        instructions.push(chunk);
      }
    } else {
      const str = chunkToString(result, chunk);
      content += str;
      chunks.push(str);
    }
  } });
  return markHTMLString(new SlotString(content, instructions, chunks));
}
async function renderSlots(result, slots = {}) {
  let slotInstructions = null;
  let children = {};
  if (slots) await Promise.all(Object.entries(slots).map(([key, value]) => renderSlotToString(result, value).then((output) => {
    if (output.instructions) {
      if (slotInstructions === null) slotInstructions = [];
      slotInstructions.push(...output.instructions);
    }
    if (output.chunks) {
      for (const part of output.chunks) if (typeof part !== "string") {
        if (slotInstructions === null) slotInstructions = [];
        slotInstructions.push(part);
      }
    }
    children[key] = output;
  })));
  return {
    slotInstructions,
    children
  };
}
function createSlotValueFromString(content) {
  return function() {
    return renderTemplate`${unescapeHTML(content)}`;
  };
}
function containsServerDirective(props) {
  return "server:component-directive" in props;
}
function createSearchParams(encryptedComponentExport, encryptedProps, slots) {
  const params = new URLSearchParams();
  params.set("e", encryptedComponentExport);
  params.set("p", encryptedProps);
  params.set("s", slots);
  return params;
}
function isWithinURLLimit(pathname, params) {
  return (pathname + "?" + params.toString()).length < 2048;
}
function stringifyChunk(result, chunk) {
  if (typeof chunk === "string") return chunk;
  if (isRenderInstruction(chunk)) {
    const instruction = chunk;
    switch (instruction.type) {
      case "directive": {
        const { hydration } = instruction;
        const needsHydrationScript = hydration && determineIfNeedsHydrationScript(result);
        const needsDirectiveScript = hydration && determinesIfNeedsDirectiveScript(result, hydration.directive);
        if (needsHydrationScript) return markHTMLString(getPrescripts(result, "both", hydration.directive));
        else if (needsDirectiveScript) return markHTMLString(getPrescripts(result, "directive", hydration.directive));
        else return "";
      }
      case "head":
        if (!shouldRenderInstruction("head", getInstructionRenderState(result))) return "";
        return renderAllHeadContent(result);
      case "maybe-head":
        if (!shouldRenderInstruction("maybe-head", getInstructionRenderState(result))) return "";
        return renderAllHeadContent(result);
      case "renderer-hydration-script": {
        const { rendererSpecificHydrationScripts } = result._metadata;
        const { rendererName } = instruction;
        if (result._metadata.templateDepth > 0) return instruction.render();
        if (!rendererSpecificHydrationScripts.has(rendererName)) {
          rendererSpecificHydrationScripts.add(rendererName);
          return instruction.render();
        }
        return "";
      }
      case "server-island-runtime":
        if (result._metadata.templateDepth > 0) return renderServerIslandRuntime();
        if (result._metadata.hasRenderedServerIslandRuntime) return "";
        result._metadata.hasRenderedServerIslandRuntime = true;
        return renderServerIslandRuntime();
      case "script": {
        const { id, content } = instruction;
        if (result._metadata.templateDepth > 0) return content;
        if (result._metadata.renderedScripts.has(id)) return "";
        result._metadata.renderedScripts.add(id);
        return content;
      }
      case "template-enter":
        result._metadata.templateDepth++;
        return "";
      case "template-exit":
        if (result._metadata.templateDepth <= 0) throw new Error("Unexpected template-exit instruction without a matching template-enter. This may indicate that the compiler emitted unbalanced template boundaries, or that a component manually injected a template-exit render instruction.");
        result._metadata.templateDepth--;
        return "";
      default:
        throw new Error(`Unknown chunk type: ${chunk.type}`);
    }
  } else if (chunk instanceof Response) return "";
  else if (isSlotString(chunk)) {
    let out = "";
    const c = chunk;
    if (c.instructions) for (const instr of c.instructions) out += stringifyChunk(result, instr);
    if (c.chunks.length) for (const part of c.chunks) out += typeof part === "string" ? part : stringifyChunk(result, part);
    else out += chunk.toString();
    return out;
  }
  return chunk.toString();
}
function chunkToString(result, chunk) {
  if (ArrayBuffer.isView(chunk)) return decoder.decode(chunk);
  else return stringifyChunk(result, chunk);
}
function chunkToByteArray(result, chunk) {
  if (ArrayBuffer.isView(chunk)) return chunk;
  else {
    const stringified = stringifyChunk(result, chunk);
    return encoder.encode(stringified.toString());
  }
}
function chunkToByteArrayOrString(result, chunk) {
  if (ArrayBuffer.isView(chunk)) return chunk;
  else return stringifyChunk(result, chunk).toString();
}
function isRenderInstance(obj) {
  return typeof obj === "object" && obj !== null && typeof obj.render === "function";
}
function renderChild(destination, child) {
  if (typeof child === "string") {
    destination.write(markHTMLString(escapeHTML(child)));
    return;
  }
  if (isRenderInstruction(child)) {
    destination.write(child);
    return;
  }
  if (isPromise(child)) return child.then((x) => renderChild(destination, x));
  if (isRenderInstance(child)) return child.render(destination);
  if (child instanceof SlotString) {
    destination.write(child);
    return;
  }
  if (isHTMLString(child)) {
    destination.write(child);
    return;
  }
  if (!child && child !== 0) return;
  if (Array.isArray(child)) return renderArray(destination, child);
  if (typeof child === "function") return renderChild(destination, child());
  if (ArrayBuffer.isView(child)) {
    destination.write(child);
    return;
  }
  if (typeof child === "object" && (Symbol.asyncIterator in child || Symbol.iterator in child)) {
    if (Symbol.asyncIterator in child) return renderAsyncIterable(destination, child);
    return renderIterable(destination, child);
  }
  destination.write(child);
}
function renderArray(destination, children) {
  for (let i2 = 0; i2 < children.length; i2++) {
    const result = renderChild(destination, children[i2]);
    if (isPromise(result)) {
      if (i2 + 1 >= children.length) return result;
      const remaining = children.length - i2 - 1;
      const flushers = new Array(remaining);
      for (let j = 0; j < remaining; j++) flushers[j] = createBufferedRenderer(destination, (bufferDestination) => {
        return renderChild(bufferDestination, children[i2 + 1 + j]);
      });
      return result.then(() => {
        let k = 0;
        const iterate = () => {
          while (k < flushers.length) {
            const flushResult = flushers[k++].flush();
            if (isPromise(flushResult)) return flushResult.then(iterate);
          }
        };
        return iterate();
      });
    }
  }
}
function renderIterable(destination, children) {
  const iterator = children[Symbol.iterator]();
  const iterate = () => {
    for (; ; ) {
      const { value, done } = iterator.next();
      if (done) break;
      const result = renderChild(destination, value);
      if (isPromise(result)) return result.then(iterate);
    }
  };
  return iterate();
}
async function renderAsyncIterable(destination, children) {
  for await (const value of children) await renderChild(destination, value);
}
function validateComponentProps(props, clientDirectives, displayName) {
  if (props != null) {
    for (const prop in props) if (prop.startsWith(CLIENT_DIRECTIVE_PREFIX) && clientDirectives.has(prop.slice(7))) console.warn(`You are attempting to render <${displayName} ${prop} />, but ${displayName} is an Astro component. Astro components do not render in the client and should not have a hydration directive. Please use a framework component for client rendering.`);
  }
}
function createAstroComponentInstance(result, displayName, factory, props, slots = {}) {
  validateComponentProps(props, result.clientDirectives, displayName);
  const instance = new AstroComponentInstance(result, props, slots, factory);
  registerIfPropagating(result, factory, instance);
  return instance;
}
function isAstroComponentInstance(obj) {
  return typeof obj === "object" && obj !== null && !!obj[astroComponentInstanceSym];
}
async function renderStreaming(root, result, destination) {
  const stack = [root];
  const openTagCache = /* @__PURE__ */ new Map();
  const closeTagCache = /* @__PURE__ */ new Map();
  const closeTagFor = (type) => {
    let tag = closeTagCache.get(type);
    if (tag === void 0) {
      tag = new HTMLString(`</${type}>`);
      closeTagCache.set(type, tag);
    }
    return tag;
  };
  const streamingState = new StreamingRenderState();
  let firstAsyncRender = null;
  const bufferedTail = [];
  const flushBufferedStaticOutput = () => {
    if (streamingState.bufferedStaticOutput) {
      bufferedTail.push(streamingState.bufferedStaticOutput);
      streamingState.bufferedStaticOutput = "";
    }
  };
  const renderDynamic = (node2) => (d) => {
    if (isVNode(node2)) return renderJSX(result, node2).then((out) => renderChild(d, out));
    return renderChild(d, node2);
  };
  const handleVNode = (vnode) => {
    const type = vnode.type;
    if (!type) throw new Error(`Unable to render ${result.pathname} because it contains an undefined Component!
Did you forget to import the component or is it possible there is a typo?`);
    if (type === Fragment) {
      stack.push(vnode.props?.children);
      return;
    }
    if (isAstroComponentFactory(type)) {
      const props = {};
      const slots = {};
      for (const [key, value] of Object.entries(vnode.props ?? {})) if (key === "children" || value && typeof value === "object" && value["$$slot"]) slots[key === "children" ? "default" : key] = () => renderJSX(result, value);
      else props[key] = value;
      const displayName = type.name || "Anonymous";
      if (containsServerDirective(props)) {
        const island = new ServerIslandComponent(result, props, slots, displayName);
        result._metadata.propagators.add(island);
        stack.push(island);
        return;
      }
      stack.push(createAstroComponentInstance(result, displayName, type, props, slots));
      return;
    }
    if (typeof type === "string" && type !== ClientOnlyPlaceholder$1) {
      const props = vnode.props;
      let hasAttrs = false;
      if (props) {
        for (const key in props) if (key !== "children") {
          hasAttrs = true;
          break;
        }
      }
      const children = props?.children;
      const isVoid = (children == null || children === "") && voidElementNames.test(type);
      if (!hasAttrs) {
        const key = isVoid ? `${type}/` : type;
        let openTag = openTagCache.get(key);
        if (openTag === void 0) {
          openTag = isVoid ? `<${type}/>` : `<${type}>`;
          openTagCache.set(key, openTag);
        }
        streamingState.appendStatic(openTag);
        if (!isVoid) stack.push(closeTagFor(type));
      } else {
        const attrs = spreadElementAttributes(props);
        if (isVoid) {
          streamingState.appendStatic(`<${type}${attrs}/>`);
          return;
        }
        streamingState.appendStatic(`<${type}${attrs}>`);
        stack.push(closeTagFor(type));
      }
      if (!isVoid && children != null && children !== "") {
        if (typeof children === "string" && type === "style") stack.push(markHTMLString(escapeStyleText(children)));
        else stack.push(children);
      }
      return;
    }
    if (typeof type === "function" && vnode.props?.["server:root"]) {
      stack.push(type(vnode.props ?? {}));
      return;
    }
    stack.push(renderJSX(result, vnode));
  };
  while (stack.length > 0) {
    const node2 = stack.pop();
    if (node2 == null || node2 === false) continue;
    if (node2 instanceof TemplateFrame) {
      const htmlParts = node2.templateResult.htmlParts;
      const expressions = node2.templateResult.expressions;
      let i2 = node2.cursor;
      while (i2 < htmlParts.length) {
        if (htmlParts[i2]) streamingState.appendStatic(htmlParts[i2]);
        if (i2 >= expressions.length) break;
        const expression = expressions[i2];
        i2++;
        if (expression == null || expression === false) continue;
        const expressionType = typeof expression;
        if (expressionType === "string") {
          streamingState.appendStatic(escapeHTML(expression));
          continue;
        }
        if (expressionType === "number" || expressionType === "bigint" || expressionType === "boolean") {
          streamingState.appendStatic(String(expression));
          continue;
        }
        if (expression instanceof HTMLString || isHTMLString(expression)) {
          if (!(expression instanceof SlotString)) {
            streamingState.appendStatic(expression.toString());
            continue;
          }
        }
        node2.storeCursor(i2);
        stack.push(node2);
        stack.push(isPromise(expression) ? node2.templateResult.catchExpressionError(i2 - 1, expression) : expression);
        break;
      }
      continue;
    }
    const nodeType = typeof node2;
    if (nodeType === "string") {
      streamingState.appendStatic(escapeHTML(node2));
      continue;
    }
    if (nodeType === "number" || nodeType === "bigint" || nodeType === "boolean") {
      streamingState.appendStatic(String(node2));
      continue;
    }
    if (node2 instanceof HTMLString || isHTMLString(node2)) {
      if (!(node2 instanceof SlotString)) {
        streamingState.appendStatic(node2.toString());
        continue;
      }
    }
    if (Array.isArray(node2)) {
      for (let i2 = node2.length - 1; i2 >= 0; i2--) stack.push(node2[i2]);
      continue;
    }
    if (isRenderTemplateResult(node2)) {
      stack.push(new TemplateFrame(node2));
      continue;
    }
    if (isVNode(node2)) {
      handleVNode(node2);
      continue;
    }
    if (node2 instanceof SlotRenderInstance) {
      stack.push(node2.evaluate());
      continue;
    }
    if (isAstroComponentInstance(node2)) {
      const returnValue = node2.init(result);
      if (!isPromise(returnValue)) {
        stack.push(isHeadAndContent(returnValue) ? returnValue.content : returnValue);
        continue;
      }
    }
    if (!streamingState.isBuffering) {
      if (streamingState.pendingStaticOutput) {
        destination.write(streamingState.pendingStaticOutput);
        streamingState.pendingStaticOutput = "";
      }
      const rendered = renderDynamic(node2)(destination);
      if (isPromise(rendered)) {
        streamingState.isBuffering = true;
        firstAsyncRender = rendered;
      }
    } else {
      flushBufferedStaticOutput();
      bufferedTail.push(createBufferedRenderer(destination, renderDynamic(node2)));
    }
  }
  if (!streamingState.isBuffering) {
    if (streamingState.pendingStaticOutput) destination.write(streamingState.pendingStaticOutput);
    return;
  }
  await firstAsyncRender;
  flushBufferedStaticOutput();
  for (const segment of bufferedTail) if (typeof segment === "string") destination.write(segment);
  else {
    const flushResult = segment.flush();
    if (isPromise(flushResult)) await flushResult;
  }
}
async function renderStreamToString(result, templateResult, isPage) {
  let str = "";
  let renderedFirstPageChunk = false;
  if (isPage) await bufferHeadContent(result);
  await renderStreaming(templateResult, result, { write(chunk) {
    if (isPage && !renderedFirstPageChunk) {
      renderedFirstPageChunk = true;
      if (!result.partial && !DOCTYPE_EXP.test(String(chunk))) {
        const doctype = result.compressHTML ? "<!DOCTYPE html>" : "<!DOCTYPE html>\n";
        str += doctype;
      }
    }
    if (chunk instanceof Response) return;
    str += chunkToString(result, chunk);
  } });
  return str;
}
async function renderStreamToStream(result, templateResult, isPage, route) {
  let renderedFirstPageChunk = false;
  if (isPage) await bufferHeadContent(result);
  return new ReadableStream({
    start(controller) {
      const destination = { write(chunk) {
        if (isPage && !renderedFirstPageChunk) {
          renderedFirstPageChunk = true;
          if (!result.partial && !DOCTYPE_EXP.test(String(chunk))) {
            const doctype = result.compressHTML ? "<!DOCTYPE html>" : "<!DOCTYPE html>\n";
            controller.enqueue(encoder.encode(doctype));
          }
        }
        if (chunk instanceof Response) throw new AstroError({ ...ResponseSentError });
        const bytes2 = chunkToByteArray(result, chunk);
        controller.enqueue(bytes2);
      } };
      (async () => {
        try {
          await renderStreaming(templateResult, result, destination);
          controller.close();
        } catch (e2) {
          if (AstroError.is(e2) && !e2.loc) e2.setLocation({ file: route?.component });
          setTimeout(() => controller.error(e2), 0);
        }
      })();
    },
    cancel() {
      result.cancelled = true;
    }
  });
}
async function renderStreamToAsyncIterable(result, templateResult, isPage, _route) {
  let renderedFirstPageChunk = false;
  let error3 = null;
  let next = null;
  const buffer2 = [];
  let hasBytes = false;
  let lastIsString = false;
  let renderingComplete = false;
  if (isPage) await bufferHeadContent(result);
  const iterator = {
    async next() {
      if (result.cancelled) return {
        done: true,
        value: void 0
      };
      if (next !== null) await next.promise;
      else if (!renderingComplete && !buffer2.length) {
        next = promiseWithResolvers();
        await next.promise;
      }
      if (!renderingComplete) next = promiseWithResolvers();
      if (error3) throw error3;
      let mergedArray;
      if (!hasBytes) {
        let text = "";
        for (let i2 = 0, len = buffer2.length; i2 < len; i2++) text += buffer2[i2];
        mergedArray = encoder.encode(text);
      } else {
        let length = 0;
        let stringToEncode = "";
        for (let i2 = 0, len = buffer2.length; i2 < len; i2++) {
          const bufferEntry = buffer2[i2];
          if (typeof bufferEntry === "string") {
            const nextIsString = i2 + 1 < len && typeof buffer2[i2 + 1] === "string";
            stringToEncode += bufferEntry;
            if (!nextIsString) {
              const encoded = encoder.encode(stringToEncode);
              length += encoded.length;
              stringToEncode = "";
              buffer2[i2] = encoded;
            } else buffer2[i2] = "";
          } else length += bufferEntry.length;
        }
        mergedArray = new Uint8Array(length);
        let offset = 0;
        for (let i2 = 0, len = buffer2.length; i2 < len; i2++) {
          const item = buffer2[i2];
          if (item === "") continue;
          mergedArray.set(item, offset);
          offset += item.length;
        }
      }
      buffer2.length = 0;
      hasBytes = false;
      lastIsString = false;
      return {
        done: mergedArray.length === 0 && renderingComplete,
        value: mergedArray
      };
    },
    async return() {
      result.cancelled = true;
      return {
        done: true,
        value: void 0
      };
    }
  };
  const destination = { write(chunk) {
    if (isPage && !renderedFirstPageChunk) {
      renderedFirstPageChunk = true;
      if (!result.partial && !DOCTYPE_EXP.test(String(chunk))) {
        const doctype = result.compressHTML ? "<!DOCTYPE html>" : "<!DOCTYPE html>\n";
        buffer2.push(doctype);
        lastIsString = true;
      }
    }
    if (chunk instanceof Response) throw new AstroError(ResponseSentError);
    const bytes2 = chunkToByteArrayOrString(result, chunk);
    if (bytes2.length > 0) {
      if (typeof bytes2 === "string") {
        if (lastIsString) buffer2[buffer2.length - 1] = buffer2[buffer2.length - 1] + bytes2;
        else {
          buffer2.push(bytes2);
          lastIsString = true;
        }
      } else {
        buffer2.push(bytes2);
        hasBytes = true;
        lastIsString = false;
      }
      next?.resolve();
    } else if (buffer2.length > 0) next?.resolve();
  } };
  toPromise(() => renderStreaming(templateResult, result, destination)).catch((err) => {
    error3 = err;
  }).finally(() => {
    renderingComplete = true;
    next?.resolve();
  });
  return { [Symbol.asyncIterator]() {
    return iterator;
  } };
}
async function renderToString(result, componentFactory, props, children, isPage = false, route) {
  const templateResult = await callComponentAsTemplateResultOrResponse(result, componentFactory, props, children, route);
  if (templateResult instanceof Response) return templateResult;
  return await renderStreamToString(result, templateResult, isPage);
}
async function renderToReadableStream(result, componentFactory, props, children, isPage = false, route) {
  const templateResult = await callComponentAsTemplateResultOrResponse(result, componentFactory, props, children, route);
  if (templateResult instanceof Response) return templateResult;
  return await renderStreamToStream(result, templateResult, isPage, route);
}
async function callComponentAsTemplateResultOrResponse(result, componentFactory, props, children, route) {
  const factoryResult = await componentFactory(result, props, children);
  if (factoryResult instanceof Response) return factoryResult;
  else if (isHeadAndContent(factoryResult)) {
    if (!isRenderTemplateResult(factoryResult.content)) throw new AstroError({
      ...OnlyResponseCanBeReturned,
      message: OnlyResponseCanBeReturned.message(route?.route, typeof factoryResult),
      location: { file: route?.component }
    });
    return factoryResult.content;
  } else if (!isRenderTemplateResult(factoryResult)) throw new AstroError({
    ...OnlyResponseCanBeReturned,
    message: OnlyResponseCanBeReturned.message(route?.route, typeof factoryResult),
    location: { file: route?.component }
  });
  return factoryResult;
}
async function bufferHeadContent(result) {
  await bufferPropagatedHead(result);
}
async function renderToAsyncIterable(result, componentFactory, props, children, isPage = false, route) {
  const templateResult = await callComponentAsTemplateResultOrResponse(result, componentFactory, props, children, route);
  if (templateResult instanceof Response) return templateResult;
  return await renderStreamToAsyncIterable(result, templateResult, isPage, route);
}
function toPromise(fn) {
  try {
    const result = fn();
    return isPromise(result) ? result : Promise.resolve(result);
  } catch (err) {
    return Promise.reject(err);
  }
}
function componentIsHTMLElement(Component) {
  return typeof HTMLElement !== "undefined" && HTMLElement.isPrototypeOf(Component);
}
async function renderHTMLElement(result, constructor, props, slots) {
  const name = getHTMLElementName(constructor);
  let attrHTML = "";
  for (const attr in props) {
    if (INVALID_ATTR_NAME_CHAR.test(attr)) continue;
    attrHTML += ` ${attr}="${toAttributeString(await props[attr])}"`;
  }
  return markHTMLString(`<${name}${attrHTML}>${await renderSlotToString(result, slots?.default)}</${name}>`);
}
function getHTMLElementName(constructor) {
  const definedName = customElements.getName(constructor);
  if (definedName) return definedName;
  return constructor.name.replace(/^HTML|Element$/g, "").replace(/[A-Z]/g, "-$&").toLowerCase().replace(/^-/, "html-");
}
function guessRenderers(componentUrl) {
  switch (componentUrl?.split(".").pop()) {
    case "svelte":
      return ["@astrojs/svelte"];
    case "vue":
      return ["@astrojs/vue"];
    case "jsx":
    case "tsx":
      return [
        "@astrojs/react",
        "@astrojs/preact",
        "@astrojs/solid-js",
        "@astrojs/vue (jsx)"
      ];
    case void 0:
    default:
      return [
        "@astrojs/react",
        "@astrojs/preact",
        "@astrojs/solid-js",
        "@astrojs/vue",
        "@astrojs/svelte"
      ];
  }
}
function isFragmentComponent(Component) {
  return Component === Fragment;
}
function isHTMLComponent(Component) {
  return Component && Component["astro:html"] === true;
}
function removeStaticAstroSlot(html, supportsAstroStaticSlot = true) {
  const exp = supportsAstroStaticSlot ? ASTRO_STATIC_SLOT_EXP : ASTRO_SLOT_EXP;
  return html.replace(exp, "");
}
async function renderFrameworkComponent(result, displayName, Component, _props, slots = {}) {
  if (!Component && "client:only" in _props === false) throw new Error(`Unable to render ${displayName} because it is ${Component}!
Did you forget to import the component or is it possible there is a typo?`);
  const { renderers: renderers2, clientDirectives } = result;
  const metadata = {
    astroStaticSlot: true,
    displayName
  };
  const { hydration, isPage, props, propsWithoutTransitionAttributes } = extractDirectives(_props, clientDirectives);
  let html = "";
  let attrs = void 0;
  if (hydration) {
    metadata.hydrate = hydration.directive;
    metadata.hydrateArgs = hydration.value;
    metadata.componentExport = hydration.componentExport;
    metadata.componentUrl = hydration.componentUrl;
  }
  const probableRendererNames = guessRenderers(metadata.componentUrl);
  const validRenderers = renderers2.filter((r2) => r2.name !== "astro:jsx");
  const { children, slotInstructions } = await renderSlots(result, slots);
  let renderer;
  if (metadata.hydrate !== "only") {
    let isTagged = false;
    try {
      isTagged = Component && Component[Renderer];
    } catch {
    }
    if (isTagged) {
      const rendererName = Component[Renderer];
      renderer = renderers2.find(({ name }) => name === rendererName);
    }
    if (!renderer) {
      let error3;
      for (const r2 of renderers2) try {
        if (await r2.ssr.check.call({ result }, Component, props, children, metadata)) {
          renderer = r2;
          break;
        }
      } catch (e2) {
        error3 ??= e2;
      }
      if (!renderer && error3) throw error3;
    }
    if (!renderer && typeof HTMLElement === "function" && componentIsHTMLElement(Component)) {
      const output = await renderHTMLElement(result, Component, _props, slots);
      return { render(destination) {
        destination.write(output);
      } };
    }
  } else {
    if (metadata.hydrateArgs) {
      const rendererName = rendererAliases.has(metadata.hydrateArgs) ? rendererAliases.get(metadata.hydrateArgs) : metadata.hydrateArgs;
      if (clientOnlyValues.has(rendererName)) renderer = renderers2.find(({ name }) => name === `@astrojs/${rendererName}` || name === rendererName);
    }
    if (!renderer && validRenderers.length === 1) renderer = validRenderers[0];
    if (!renderer) {
      const extname = metadata.componentUrl?.split(".").pop();
      renderer = renderers2.find(({ name }) => name === `@astrojs/${extname}` || name === extname);
    }
    if (!renderer && metadata.hydrateArgs) {
      const rendererName = metadata.hydrateArgs;
      if (typeof rendererName === "string") renderer = renderers2.find(({ name }) => name === rendererName);
    }
  }
  let componentServerRenderEndTime;
  if (!renderer) {
    if (metadata.hydrate === "only") {
      const rendererName = rendererAliases.has(metadata.hydrateArgs) ? rendererAliases.get(metadata.hydrateArgs) : metadata.hydrateArgs;
      if (clientOnlyValues.has(rendererName)) {
        const plural2 = validRenderers.length > 1;
        throw new AstroError({
          ...NoMatchingRenderer,
          message: NoMatchingRenderer.message(metadata.displayName, metadata?.componentUrl?.split(".").pop(), plural2, validRenderers.length),
          hint: NoMatchingRenderer.hint(formatList(probableRendererNames.map((r2) => "`" + r2 + "`")))
        });
      } else throw new AstroError({
        ...NoClientOnlyHint,
        message: NoClientOnlyHint.message(metadata.displayName),
        hint: NoClientOnlyHint.hint(probableRendererNames.map((r2) => r2.replace("@astrojs/", "")).join("|"))
      });
    } else if (typeof Component !== "string") {
      const matchingRenderers = validRenderers.filter((r2) => probableRendererNames.includes(r2.name));
      const plural2 = validRenderers.length > 1;
      if (matchingRenderers.length === 0) throw new AstroError({
        ...NoMatchingRenderer,
        message: NoMatchingRenderer.message(metadata.displayName, metadata?.componentUrl?.split(".").pop(), plural2, validRenderers.length),
        hint: NoMatchingRenderer.hint(formatList(probableRendererNames.map((r2) => "`" + r2 + "`")))
      });
      else if (matchingRenderers.length === 1) {
        renderer = matchingRenderers[0];
        ({ html, attrs } = await renderer.ssr.renderToStaticMarkup.call({ result }, Component, propsWithoutTransitionAttributes, children, metadata));
      } else throw new Error(`Unable to render ${metadata.displayName}!

This component likely uses ${formatList(probableRendererNames)},
but Astro encountered an error during server-side rendering.

Please ensure that ${metadata.displayName}:
1. Does not unconditionally access browser-specific globals like \`window\` or \`document\`.
   If this is unavoidable, use the \`client:only\` hydration directive.
2. Does not conditionally return \`null\` or \`undefined\` when rendered on the server.
3. If using multiple JSX frameworks at the same time (e.g. React + Preact), pass the correct \`include\`/\`exclude\` options to integrations.

If you're still stuck, please open an issue on GitHub or join us at https://astro.build/chat.`);
    }
  } else if (metadata.hydrate === "only") html = await renderSlotToString(result, slots?.fallback);
  else {
    const componentRenderStartTime = performance.now();
    ({ html, attrs } = await renderer.ssr.renderToStaticMarkup.call({ result }, Component, propsWithoutTransitionAttributes, children, metadata));
    if (process.env.NODE_ENV === "development") componentServerRenderEndTime = performance.now() - componentRenderStartTime;
  }
  if (!html && typeof Component === "string") {
    const Tag = sanitizeElementName(Component);
    const childSlots = Object.values(children).join("");
    const renderTemplateResult = renderTemplate`<${Tag}${internalSpreadAttributes(props, true, Tag)}${markHTMLString(childSlots === "" && voidElementNames.test(Tag) ? `/>` : `>${childSlots}</${Tag}>`)}`;
    html = "";
    await renderTemplateResult.render({ write(chunk) {
      if (chunk instanceof Response) return;
      html += chunkToString(result, chunk);
    } });
  }
  if (!hydration) return { render(destination) {
    if (slotInstructions) for (const instruction of slotInstructions) destination.write(instruction);
    if (isPage || renderer?.name === "astro:jsx") destination.write(html);
    else if (html && html.length > 0) {
      const output = renderer ? removeStaticAstroSlot(html, renderer.ssr?.supportsAstroStaticSlot) : html;
      destination.write(markHTMLString(output));
    }
  } };
  const astroId = shorthash(`<!--${metadata.componentExport.value}:${metadata.componentUrl}-->
${html}
${serializeProps(props, metadata)}`);
  const island = await generateHydrateScript({
    renderer,
    result,
    astroId,
    props,
    attrs
  }, metadata);
  if (componentServerRenderEndTime && process.env.NODE_ENV === "development") island.props["server-render-time"] = componentServerRenderEndTime;
  let unrenderedSlots = [];
  if (html) {
    if (Object.keys(children).length > 0) for (const key of Object.keys(children)) {
      let tagName = renderer?.ssr?.supportsAstroStaticSlot ? !!metadata.hydrate ? "astro-slot" : "astro-static-slot" : "astro-slot";
      let expectedHTML = key === "default" ? `<${tagName}>` : `<${tagName} name="${escapeHTML(key)}">`;
      if (!html.includes(expectedHTML)) unrenderedSlots.push(key);
    }
  } else unrenderedSlots = Object.keys(children);
  const template2 = unrenderedSlots.length > 0 ? unrenderedSlots.map((key) => `<template data-astro-template${key !== "default" ? `="${escapeHTML(key)}"` : ""}>${children[key]}</template>`).join("") : "";
  island.children = `${html ?? ""}${template2}`;
  if (island.children) {
    island.props["await-children"] = "";
    island.children += `<!--astro:end-->`;
  }
  return { render(destination) {
    if (slotInstructions) for (const instruction of slotInstructions) destination.write(instruction);
    destination.write(createRenderInstruction({
      type: "directive",
      hydration
    }));
    if (hydration.directive !== "only" && renderer?.ssr.renderHydrationScript) destination.write(createRenderInstruction({
      type: "renderer-hydration-script",
      rendererName: renderer.name,
      render: renderer.ssr.renderHydrationScript
    }));
    const renderedElement = renderElement$1("astro-island", island, false);
    destination.write(markHTMLString(renderedElement));
  } };
}
function sanitizeElementName(tag) {
  const unsafe = /[&<>'"\s]+/;
  if (!unsafe.test(tag)) return tag;
  return tag.trim().split(unsafe)[0].trim();
}
function renderFragmentComponent(result, slots = {}) {
  const slot = slots?.default;
  const preRendered = slot?.(result);
  return { render(destination) {
    if (preRendered == null) return;
    return renderChild(destination, preRendered);
  } };
}
async function renderHTMLComponent(result, Component, _props, slots = {}) {
  const { slotInstructions, children } = await renderSlots(result, slots);
  const html = Component({ slots: children });
  const hydrationHtml = slotInstructions ? slotInstructions.map((instr) => chunkToString(result, instr)).join("") : "";
  return { render(destination) {
    destination.write(markHTMLString(hydrationHtml + html));
  } };
}
function renderAstroComponent(result, displayName, Component, props, slots = {}) {
  if (containsServerDirective(props)) {
    const serverIslandComponent = new ServerIslandComponent(result, props, slots, displayName);
    result._metadata.propagators.add(serverIslandComponent);
    return serverIslandComponent;
  }
  return createAstroComponentInstance(result, displayName, Component, props, slots);
}
function renderComponent(result, displayName, Component, props, slots = {}) {
  if (isAstroComponentFactory(Component)) return renderAstroComponent(result, displayName, Component, normalizeProps(props), slots);
  if (isPromise(Component)) return Component.catch(handleCancellation).then((x) => {
    return renderComponent(result, displayName, x, props, slots);
  });
  if (isFragmentComponent(Component)) return renderFragmentComponent(result, slots);
  props = normalizeProps(props);
  if (isHTMLComponent(Component)) return renderHTMLComponent(result, Component, props, slots).catch(handleCancellation);
  return renderFrameworkComponent(result, displayName, Component, props, slots).catch(handleCancellation);
  function handleCancellation(e2) {
    if (result.cancelled) return { render() {
    } };
    throw e2;
  }
}
function normalizeProps(props) {
  if (props["class:list"] !== void 0) {
    const value = props["class:list"];
    delete props["class:list"];
    props["class"] = clsx(props["class"], value);
    if (props["class"] === "") delete props["class"];
  }
  return props;
}
async function renderComponentToString(result, displayName, Component, props, slots = {}, isPage = false, route) {
  let str = "";
  let renderedFirstPageChunk = false;
  let head = "";
  if (isPage && !result.partial && nonAstroPageNeedsHeadInjection(Component)) head += chunkToString(result, maybeRenderHead());
  try {
    const destination = { write(chunk) {
      if (isPage && !result.partial && !renderedFirstPageChunk) {
        renderedFirstPageChunk = true;
        if (!/<!doctype html/i.test(String(chunk))) {
          const doctype = result.compressHTML ? "<!DOCTYPE html>" : "<!DOCTYPE html>\n";
          str += doctype + head;
        }
      }
      if (chunk instanceof Response) return;
      str += chunkToString(result, chunk);
    } };
    const renderInstance = await renderComponent(result, displayName, Component, props, slots);
    if (containsServerDirective(props)) await bufferHeadContent(result);
    await renderInstance.render(destination);
  } catch (e2) {
    if (AstroError.is(e2) && !e2.loc) e2.setLocation({ file: route?.component });
    throw e2;
  }
  return str;
}
function nonAstroPageNeedsHeadInjection(pageComponent) {
  return !!pageComponent?.[needsHeadRenderingSymbol];
}
async function renderJSX(result, vnode) {
  switch (true) {
    case vnode instanceof HTMLString:
      if (vnode.toString().trim() === "") return "";
      return vnode;
    case typeof vnode === "string":
      return markHTMLString(escapeHTML(vnode));
    case typeof vnode === "function":
      return vnode;
    case (!vnode && vnode !== 0):
      return "";
    case Array.isArray(vnode): {
      const renderedItems = await Promise.all(vnode.map((v) => renderJSX(result, v)));
      let instructions = null;
      let content = "";
      for (const item of renderedItems) if (item instanceof SlotString) {
        content += item;
        instructions = mergeSlotInstructions(instructions, item);
      } else content += item;
      if (instructions) return markHTMLString(new SlotString(content, instructions));
      return markHTMLString(content);
    }
  }
  return renderJSXVNode(result, vnode);
}
async function renderJSXVNode(result, vnode) {
  if (isVNode(vnode)) {
    switch (true) {
      case !vnode.type:
        throw new Error(`Unable to render ${result.pathname} because it contains an undefined Component!
Did you forget to import the component or is it possible there is a typo?`);
      case vnode.type === /* @__PURE__ */ Symbol.for("astro:fragment"):
        return renderJSX(result, vnode.props.children);
      case isAstroComponentFactory(vnode.type): {
        let props = {};
        let slots = {};
        for (const [key, value] of Object.entries(vnode.props ?? {})) if (key === "children" || value && typeof value === "object" && value["$$slot"]) slots[key === "children" ? "default" : key] = () => renderJSX(result, value);
        else props[key] = value;
        return markHTMLString(await renderComponentToString(result, vnode.type.name, vnode.type, props, slots));
      }
      case (!vnode.type && vnode.type !== 0):
        return "";
      case (typeof vnode.type === "string" && vnode.type !== ClientOnlyPlaceholder && !vnode.type.includes("-")):
        return markHTMLString(await renderElement(result, vnode.type, vnode.props ?? {}));
    }
    if (vnode.type) {
      let extractSlots2 = function(child) {
        if (Array.isArray(child)) return child.map((c) => extractSlots2(c));
        if (!isVNode(child)) {
          _slots.default.push(child);
          return;
        }
        if ("slot" in child.props && !isCustomElement2) {
          _slots[child.props.slot] = [..._slots[child.props.slot] ?? [], child];
          delete child.props.slot;
          return;
        }
        _slots.default.push(child);
      };
      if (typeof vnode.type === "function" && vnode.props["server:root"]) return await renderJSX(result, await vnode.type(vnode.props ?? {}));
      if (typeof vnode.type === "function") {
        if (vnode.props[hasTriedRenderComponentSymbol]) {
          delete vnode.props[hasTriedRenderComponentSymbol];
          const output2 = await vnode.type(vnode.props ?? {});
          if (output2?.["astro:jsx"] || !output2) return await renderJSXVNode(result, output2);
          else return;
        } else vnode.props[hasTriedRenderComponentSymbol] = true;
      }
      const { children = null, ...props } = vnode.props ?? {};
      const _slots = { default: [] };
      const isCustomElement2 = typeof vnode.type === "string" && vnode.type.includes("-");
      extractSlots2(children);
      for (const [key, value] of Object.entries(props)) if (value?.["$$slot"]) {
        _slots[key] = value;
        delete props[key];
      }
      const slotPromises = [];
      const slots = {};
      for (const [key, value] of Object.entries(_slots)) slotPromises.push(renderJSX(result, value).then((output2) => {
        if (output2.toString().trim().length === 0) return;
        slots[key] = () => output2;
      }));
      await Promise.all(slotPromises);
      let output;
      if (vnode.type === ClientOnlyPlaceholder && vnode.props["client:only"]) output = await renderComponentToString(result, vnode.props["client:display-name"] ?? "", null, props, slots);
      else output = await renderComponentToString(result, typeof vnode.type === "function" ? vnode.type.name : vnode.type, vnode.type, props, slots);
      return markHTMLString(output);
    }
  }
  return markHTMLString(`${vnode}`);
}
async function renderElement(result, tag, { children, ...props }) {
  return markHTMLString(`<${tag}${spreadAttributes(props)}${markHTMLString((children == null || children === "") && voidElementNames.test(tag) ? `/>` : `>${children == null ? "" : await renderJSX(result, prerenderElementChildren(tag, children))}</${tag}>`)}`);
}
function prerenderElementChildren(tag, children) {
  if (typeof children === "string" && tag === "style") return markHTMLString(escapeStyleText(children));
  return children;
}
async function renderPage(result, componentFactory, props, children, streaming, route) {
  if (!isAstroComponentFactory(componentFactory)) {
    const nonAstroMeta = result.componentMetadata.get(componentFactory.moduleId);
    result._metadata.headInTree = nonAstroMeta?.containsHead ?? false;
    result._metadata.routeHasPropagation = isPropagatingHint(nonAstroMeta?.propagation ?? "none");
    const pageProps = {
      ...props ?? {},
      "server:root": true
    };
    const str = await renderComponentToString(result, componentFactory.name, componentFactory, pageProps, {}, true, route);
    const bytes2 = encoder.encode(str);
    const headers2 = new Headers([["Content-Type", "text/html"], ["Content-Length", bytes2.byteLength.toString()]]);
    if (result.shouldInjectCspMetaTags && (result.cspDestination === "header" || result.cspDestination === "adapter")) headers2.set("content-security-policy", renderCspContent(result));
    return new Response(bytes2, {
      headers: headers2,
      status: result.response.status
    });
  }
  const pageMeta = result.componentMetadata.get(componentFactory.moduleId);
  result._metadata.headInTree = pageMeta?.containsHead ?? false;
  result._metadata.routeHasPropagation = isPropagatingHint(pageMeta?.propagation ?? "none");
  let body;
  if (streaming) {
    if (isNode && !isDeno) {
      const nodeBody = await renderToAsyncIterable(result, componentFactory, props, children, true, route);
      if (isWorkerd && !(nodeBody instanceof Response)) body = ReadableStream.from(nodeBody);
      else body = nodeBody;
    } else body = await renderToReadableStream(result, componentFactory, props, children, true, route);
  } else body = await renderToString(result, componentFactory, props, children, true, route);
  if (body instanceof Response) return body;
  const init = result.response;
  const headers = new Headers(init.headers);
  if (result.shouldInjectCspMetaTags && result.cspDestination === "header" || result.cspDestination === "adapter") headers.set("content-security-policy", renderCspContent(result));
  if (!streaming && typeof body === "string") {
    body = encoder.encode(body);
    headers.set("Content-Length", body.byteLength.toString());
  }
  let status = init.status;
  let statusText = init.statusText;
  if (route?.route && isRoute404(route.route)) {
    status = 404;
    if (statusText === "OK") statusText = "Not Found";
  } else if (route?.route && isRoute500(route.route)) {
    status = 500;
    if (statusText === "OK") statusText = "Internal Server Error";
  }
  if (status) return new Response(body, {
    ...init,
    headers,
    status,
    statusText
  });
  else return new Response(body, {
    ...init,
    headers
  });
}
function templateEnter(_result) {
  return TEMPLATE_ENTER;
}
function templateExit(_result) {
  return TEMPLATE_EXIT;
}
function spreadAttributes(values = {}, _name, { class: scopedClassName } = {}) {
  let output = "";
  if (scopedClassName) {
    if (typeof values.class !== "undefined") values.class += ` ${scopedClassName}`;
    else if (typeof values["class:list"] !== "undefined") values["class:list"] = [values["class:list"], scopedClassName];
    else values.class = scopedClassName;
  }
  for (const key of Object.keys(values)) output += addAttribute(values[key], key, true, _name);
  return markHTMLString(output);
}
var alphabetUpperCase, decodeMap, EncodingPadding$1, DecodingPadding$1, base64Alphabet, EncodingPadding, DecodingPadding, base64DecodeMap, Cached, captureStackTrace, allowsEval, propertyKeyTypes, NUMBER_FORMAT_RANGES, BIGINT_FORMAT_RANGES, highSurrogate, installing, broke, breaker, CONSTANT_CATCH, _a$1, _zodDesc, _E, $ZodAsyncError, $ZodEncodeError, globalConfig, _messageDesc, _issuesDesc, _installedToString, initializer$1, $ZodError, _parse, _parseAsync, _safeParse, _safeParseAsync, COMPILE_INVALID, COMPILE_FALLBACK, validate, validateAsync$1, _encode, _decode, _encodeAsync, _decodeAsync, _safeEncode, _safeDecode, _safeEncodeAsync, _safeDecodeAsync, cuid, cuid2, ulid, xid, ksuid, nanoid, duration, guid, uuid, email, _emoji$1, ipv4, ipv6, cidrv4, cidrv6, base64, base64url, httpProtocol, e164, dateSource, date, anyString, integer, number$1, boolean$1, lowercase, uppercase, $ZodCheck, _whenHasLength, numericOriginMap, $ZodCheckLessThan, $ZodCheckGreaterThan, $ZodCheckMultipleOf, $ZodCheckNumberFormat, $ZodCheckMaxLength, $ZodCheckMinLength, $ZodCheckLengthEquals, $ZodCheckStringFormat, $ZodCheckRegex, $ZodCheckLowerCase, $ZodCheckUpperCase, $ZodCheckIncludes, $ZodCheckStartsWith, $ZodCheckEndsWith, $ZodCheckOverwrite, Doc, version, $ZodType, toStandardResult, $ZodString, $ZodStringFormat, $ZodGUID, $ZodUUID, $ZodEmail, asciiTabOrNewline, $ZodURL, $ZodEmoji, $ZodNanoID, $ZodCUID, $ZodCUID2, $ZodULID, $ZodXID, $ZodKSUID, $ZodISODateTime, $ZodISODate, $ZodISOTime, $ZodISODuration, $ZodIPv4, ipv6Alphabet, $ZodIPv6, $ZodCIDRv4, $ZodCIDRv6, base64Charset, $ZodBase64, base64urlCharset, $ZodBase64URL, $ZodE164, $ZodJWT, $ZodNumber, $ZodNumberFormat, $ZodBoolean, $ZodUnknown, $ZodNever, arraySize, $ZodArray, NO_SYMBOL_KEYS, $ZodObject, $ZodObjectJIT, $ZodUnion, $ZodIntersection, $ZodRecord, $ZodEnum, $ZodLiteral, $ZodTransform, $ZodOptional, $ZodExactOptional, $ZodNullable, $ZodDefault, $ZodPrefault, $ZodNonOptional, $ZodCatch, $ZodPipe, $ZodReadonly, $ZodCustom, $ZodCyclicError, STATE, NO_ISSUES, recursive, NONE, ASSUMED, PROVEN, handoff, open, memo, error, _a, $ZodRegistry, globalRegistry, FOLDABLE_KEYS, UNION_KEYS, createToJSONSchemaMethod, createStandardJSONSchemaMethod, narrowMin, narrowMax, narrowBoth, addDivisor, addPattern, intersectMime, setFormat, minContributor, maxContributor, formatContributor, contributors, formatMap, exactPatterns, exactPattern, stringProcessor, numberProcessor, booleanProcessor, neverProcessor, enumProcessor, literalProcessor, customProcessor, transformProcessor, arrayProcessor, objectProcessor, unionProcessor, intersectionProcessor, pendingRecords, recordProcessor, nullableProcessor, nonoptionalProcessor, UNREPRESENTABLE_DEFAULT, defaultProcessor, prefaultProcessor, catchProcessor, pipeProcessor, readonlyProcessor, optionalProcessor, _installedErrorProtos, initializer, ZodRealError, parse, parseAsync, safeParse, safeParseAsync, encode, decode, encodeAsync, decodeAsync, safeEncode, safeDecode, safeEncodeAsync, safeDecodeAsync, ZodType, _ZodString, ZodString, ZodStringFormat, ZodISODateTime, ZodISODate, ZodISOTime, ZodISODuration, ZodEmail, ZodGUID, ZodUUID, ZodURL, ZodEmoji, ZodNanoID, ZodCUID, ZodCUID2, ZodULID, ZodXID, ZodKSUID, ZodIPv4, ZodIPv6, ZodCIDRv4, ZodCIDRv6, ZodBase64, ZodBase64URL, ZodE164, ZodJWT, ZodNumber, ZodNumberFormat, ZodBoolean, ZodUnknown, ZodNever, ZodArray, ZodObject, ZodUnion, ZodIntersection, ZodRecord, ZodEnum, ZodLiteral, ZodTransform, ZodOptional, ZodExactOptional, ZodNullable, ZodDefault, ZodPrefault, ZodNonOptional, ZodCatch, ZodPipe, ZodReadonly, ZodCustom, ALGORITHMS, ALGORITHM, encoder$1, decoder$1, IV_LENGTH, ASTRO_GENERATOR, ASTRO_ERROR_HEADER, DEFAULT_404_COMPONENT, REDIRECT_STATUS_CODES, REROUTABLE_STATUS_CODES, clientAddressSymbol, originPathnameSymbol, fetchStateSymbol, responseSentSymbol, e, t, n, r$1, i, a, o, s, ROUTE404_RE, ROUTE500_RE, ESCAPABLE, HTMLBytes, htmlStringSymbol, HTMLString, markHTMLString, PROP_TYPE, transitionDirectivesToCopyOnIsland, dictionary, binary, headAndContentSym, astro_island_prebuilt_default, astro_island_prebuilt_dev_default, ISLAND_STYLES, RenderInstructionSymbol, voidElementNames, htmlBooleanAttributes, AMPERSAND_REGEX, DOUBLE_QUOTE_REGEX, STATIC_DIRECTIVES, INVALID_ATTR_NAME_CHAR, toIdent, toAttributeString, kebab, toStyleString, ATTRIBUTE_KIND, noop, BufferedRenderer, isNode, isDeno, isWorkerd, HEAD_INSTRUCTION, MAYBE_HEAD_INSTRUCTION, SERVER_ISLAND_START, renderTemplateResultSym, markedHtmlParts, RenderTemplateResult, slotString, SlotString, SlotRenderInstance, internalProps, ServerIslandComponent, renderServerIslandRuntime, SERVER_ISLAND_REPLACER, Fragment, Renderer, encoder, decoder, astroComponentInstanceSym, CLIENT_DIRECTIVE_PREFIX, AstroComponentInstance, ClientOnlyPlaceholder$1, TemplateFrame, StreamingRenderState, DOCTYPE_EXP, needsHeadRenderingSymbol, rendererAliases, clientOnlyValues, ASTRO_SLOT_EXP, ASTRO_STATIC_SLOT_EXP, ClientOnlyPlaceholder, hasTriedRenderComponentSymbol, TEMPLATE_ENTER, TEMPLATE_EXIT;
var init_server = __esm({
  "server/chunks/server.mjs"() {
    "use strict";
    init_errors();
    alphabetUpperCase = "0123456789ABCDEF";
    decodeMap = {
      "0": 0,
      "1": 1,
      "2": 2,
      "3": 3,
      "4": 4,
      "5": 5,
      "6": 6,
      "7": 7,
      "8": 8,
      "9": 9,
      a: 10,
      A: 10,
      b: 11,
      B: 11,
      c: 12,
      C: 12,
      d: 13,
      D: 13,
      e: 14,
      E: 14,
      f: 15,
      F: 15
    };
    (function(EncodingPadding2) {
      EncodingPadding2[EncodingPadding2["Include"] = 0] = "Include";
      EncodingPadding2[EncodingPadding2["None"] = 1] = "None";
    })(EncodingPadding$1 || (EncodingPadding$1 = {}));
    (function(DecodingPadding2) {
      DecodingPadding2[DecodingPadding2["Required"] = 0] = "Required";
      DecodingPadding2[DecodingPadding2["Ignore"] = 1] = "Ignore";
    })(DecodingPadding$1 || (DecodingPadding$1 = {}));
    base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    (function(EncodingPadding2) {
      EncodingPadding2[EncodingPadding2["Include"] = 0] = "Include";
      EncodingPadding2[EncodingPadding2["None"] = 1] = "None";
    })(EncodingPadding || (EncodingPadding = {}));
    (function(DecodingPadding2) {
      DecodingPadding2[DecodingPadding2["Required"] = 0] = "Required";
      DecodingPadding2[DecodingPadding2["Ignore"] = 1] = "Ignore";
    })(DecodingPadding || (DecodingPadding = {}));
    base64DecodeMap = {
      "0": 52,
      "1": 53,
      "2": 54,
      "3": 55,
      "4": 56,
      "5": 57,
      "6": 58,
      "7": 59,
      "8": 60,
      "9": 61,
      A: 0,
      B: 1,
      C: 2,
      D: 3,
      E: 4,
      F: 5,
      G: 6,
      H: 7,
      I: 8,
      J: 9,
      K: 10,
      L: 11,
      M: 12,
      N: 13,
      O: 14,
      P: 15,
      Q: 16,
      R: 17,
      S: 18,
      T: 19,
      U: 20,
      V: 21,
      W: 22,
      X: 23,
      Y: 24,
      Z: 25,
      a: 26,
      b: 27,
      c: 28,
      d: 29,
      e: 30,
      f: 31,
      g: 32,
      h: 33,
      i: 34,
      j: 35,
      k: 36,
      l: 37,
      m: 38,
      n: 39,
      o: 40,
      p: 41,
      q: 42,
      r: 43,
      s: 44,
      t: 45,
      u: 46,
      v: 47,
      w: 48,
      x: 49,
      y: 50,
      z: 51,
      "+": 62,
      "/": 63
    };
    Cached = class {
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
    captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
    };
    allowsEval = /* @__PURE__ */ cached(() => {
      if (globalConfig.jitless) return false;
      if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
      try {
        new Function("");
        return true;
      } catch (_) {
        return false;
      }
    });
    propertyKeyTypes = /* @__PURE__ */ new Set([
      "string",
      "number",
      "symbol"
    ]);
    NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
      safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      int32: [-2147483648, 2147483647],
      uint32: [0, 4294967295],
      float32: [-34028234663852886e22, 34028234663852886e22],
      float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
    }))();
    BIGINT_FORMAT_RANGES = {
      int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
      uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
    };
    highSurrogate = /[\uD800-\uDBFF]/;
    broke = false;
    breaker = {
      configurable: true,
      get() {
        broke = true;
      }
    };
    CONSTANT_CATCH = "~constantCatch";
    _zodDesc = {
      value: void 0,
      enumerable: false
    };
    _E = "captureStackTrace" in Error ? Error : null;
    $ZodAsyncError = class extends Error {
      constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
      }
    };
    $ZodEncodeError = class extends Error {
      constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
      }
    };
    (_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
    globalConfig = globalThis.__zod_globalConfig;
    _messageDesc = {
      get: _getMessage,
      set: _setMessage,
      enumerable: true,
      configurable: true
    };
    _issuesDesc = {
      value: void 0,
      enumerable: false
    };
    _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
    initializer$1 = (inst, def) => {
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
            Object.defineProperty(this, "toString", {
              value,
              configurable: true,
              writable: true
            });
            return value;
          },
          set(value) {
            Object.defineProperty(this, "toString", {
              value,
              configurable: true,
              writable: true
            });
          }
        });
      }
    };
    $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
    _parse = (_Err) => {
      const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? {
          ..._ctx,
          async: false
        } : { async: false };
        const result = schema._zod.run({
          value,
          issues: []
        }, ctx);
        if (result instanceof Promise) throw new $ZodAsyncError();
        if (result.issues.length) {
          const e2 = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
          captureStackTrace(e2, _params?.callee ?? fn);
          throw e2;
        }
        return result.value;
      };
      return fn;
    };
    _parseAsync = (_Err) => {
      const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? {
          ..._ctx,
          async: true
        } : { async: true };
        let result = schema._zod.run({
          value,
          issues: []
        }, ctx);
        if (result instanceof Promise) result = await result;
        if (result.issues.length) {
          const e2 = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
          captureStackTrace(e2, params?.callee ?? fn);
          throw e2;
        }
        return result.value;
      };
      return fn;
    };
    _safeParse = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? {
        ..._ctx,
        async: false
      } : { async: false };
      const result = schema._zod.run({
        value,
        issues: []
      }, ctx);
      if (result instanceof Promise) throw new $ZodAsyncError();
      return result.issues.length ? failure(_Err, result.issues, ctx) : {
        success: true,
        data: result.value
      };
    };
    _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? {
        ..._ctx,
        async: true
      } : { async: true };
      let result = schema._zod.run({
        value,
        issues: []
      }, ctx);
      if (result instanceof Promise) result = await result;
      return result.issues.length ? failure(_Err, result.issues, ctx) : {
        success: true,
        data: result.value
      };
    };
    COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
    COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
    validate = ((schema, value, _ctx) => {
      const validator = schema._zod.bag.validator;
      if (validator !== void 0) {
        if (validator(value) !== COMPILE_INVALID) return true;
        if (validator.definite === true && _ctx === void 0) return false;
      }
      return validateFallback(schema, value, _ctx);
    });
    validateAsync$1 = async (schema, value, _ctx) => {
      const ctx = _ctx ? {
        ..._ctx,
        async: true,
        abortEarly: true
      } : {
        async: true,
        abortEarly: true
      };
      let result = schema._zod.run({
        value,
        issues: []
      }, ctx);
      if (result instanceof Promise) result = await result;
      return result.issues.length === 0;
    };
    _encode = (_Err) => {
      const parse3 = _parse(_Err);
      const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? {
          ..._ctx,
          direction: "backward"
        } : { direction: "backward" };
        return parse3(schema, value, ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _decode = (_Err) => {
      const parse3 = _parse(_Err);
      const fn = (schema, value, _ctx, _params) => {
        return parse3(schema, value, _ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _encodeAsync = (_Err) => {
      const parseAsync2 = _parseAsync(_Err);
      const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? {
          ..._ctx,
          direction: "backward"
        } : { direction: "backward" };
        return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _decodeAsync = (_Err) => {
      const parseAsync2 = _parseAsync(_Err);
      const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _safeEncode = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? {
        ..._ctx,
        direction: "backward"
      } : { direction: "backward" };
      return _safeParse(_Err)(schema, value, ctx);
    };
    _safeDecode = (_Err) => (schema, value, _ctx) => {
      return _safeParse(_Err)(schema, value, _ctx);
    };
    _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? {
        ..._ctx,
        direction: "backward"
      } : { direction: "backward" };
      return _safeParseAsync(_Err)(schema, value, ctx);
    };
    _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
      return _safeParseAsync(_Err)(schema, value, _ctx);
    };
    cuid = /^[cC][0-9a-z]{6,}$/;
    cuid2 = /^[0-9a-z]+$/;
    ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
    xid = /^[0-9a-vA-V]{20}$/;
    ksuid = /^[A-Za-z0-9]{27}$/;
    nanoid = /^[a-zA-Z0-9_-]{21}$/;
    duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
    guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
    uuid = (version2) => {
      if (!version2) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
      return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
    };
    email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
    _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
    ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
    ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
    cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
    cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
    base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
    base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
    httpProtocol = /^https?$/;
    e164 = /^\+[1-9]\d{6,14}$/;
    dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
    date = /* @__PURE__ */ anchor(dateSource);
    anyString = /^[\s\S]{0,}$/;
    integer = /^-?\d+$/;
    number$1 = /^-?\d+(?:\.\d+)?$/;
    boolean$1 = /^(?:true|false)$/i;
    lowercase = /^[^A-Z]*$/;
    uppercase = /^[^a-z]*$/;
    $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
      var _a2;
      inst._zod ?? (inst._zod = {});
      inst._zod.def = def;
      (_a2 = inst._zod).onattach ?? (_a2.onattach = []);
    });
    _whenHasLength = (payload) => {
      const val = payload.value;
      return !nullish(val) && val.length !== void 0;
    };
    numericOriginMap = {
      number: "number",
      bigint: "bigint",
      object: "date"
    };
    $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
      $ZodCheck.init(inst, def);
      const origin = numericOriginMap[typeof def.value];
      inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
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
    $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
      $ZodCheck.init(inst, def);
      const origin = numericOriginMap[typeof def.value];
      inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
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
    $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
      $ZodCheck.init(inst, def);
      inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
        if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
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
    $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
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
            if (input > 0) payload.issues.push({
              input,
              code: "too_big",
              maximum: Number.MAX_SAFE_INTEGER,
              note: "Integers must be within the safe integer range.",
              inst,
              origin,
              inclusive: true,
              continue: !def.abort
            });
            else payload.issues.push({
              input,
              code: "too_small",
              minimum: Number.MIN_SAFE_INTEGER,
              note: "Integers must be within the safe integer range.",
              inst,
              origin,
              inclusive: true,
              continue: !def.abort
            });
            return;
          }
        }
        if (input < minimum) payload.issues.push({
          origin: "number",
          input,
          code: "too_small",
          minimum,
          inclusive: true,
          inst,
          continue: !def.abort
        });
        if (input > maximum) payload.issues.push({
          origin: "number",
          input,
          code: "too_big",
          maximum,
          inclusive: true,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
      var _a2;
      $ZodCheck.init(inst, def);
      (_a2 = inst._zod.def).when ?? (_a2.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units2 = input.length;
        if ((typeof input === "string" && units2 > def.maximum ? codePointLength(input) : units2) <= def.maximum) return;
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
    $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
      var _a2;
      $ZodCheck.init(inst, def);
      (_a2 = inst._zod.def).when ?? (_a2.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units2 = input.length;
        if ((typeof input === "string" && units2 >= def.minimum && units2 < def.minimum * 2 ? codePointLength(input) : units2) >= def.minimum) return;
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
    $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
      var _a2;
      $ZodCheck.init(inst, def);
      (_a2 = inst._zod.def).when ?? (_a2.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units2 = input.length;
        const length = typeof input === "string" && units2 >= def.length && units2 <= def.length * 2 ? codePointLength(input) : units2;
        if (length === def.length) return;
        const origin = getLengthableOrigin(input);
        const tooBig = length > def.length;
        payload.issues.push({
          origin,
          ...tooBig ? {
            code: "too_big",
            maximum: def.length
          } : {
            code: "too_small",
            minimum: def.length
          },
          inclusive: true,
          exact: true,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
      var _a2, _b;
      $ZodCheck.init(inst, def);
      if (def.pattern) (_a2 = inst._zod).check ?? (_a2.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value)) return;
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
      else (_b = inst._zod).check ?? (_b.check = () => {
      });
    });
    $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
      $ZodCheckStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value)) return;
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
    $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
      def.pattern ?? (def.pattern = lowercase);
      $ZodCheckStringFormat.init(inst, def);
    });
    $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
      def.pattern ?? (def.pattern = uppercase);
      $ZodCheckStringFormat.init(inst, def);
    });
    $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
      $ZodCheck.init(inst, def);
      const escapedRegex = escapeRegex(def.includes);
      def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
      inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position)) return;
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
    $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
      $ZodCheck.init(inst, def);
      const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
      def.pattern ?? (def.pattern = pattern);
      inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix)) return;
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
    $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
      $ZodCheck.init(inst, def);
      const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
      def.pattern ?? (def.pattern = pattern);
      inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix)) return;
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
    $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
      $ZodCheck.init(inst, def);
      inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
      };
    });
    Doc = class {
      constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
      }
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
        const lines = arg.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) this.content.push(line);
      }
      compile() {
        const F = Function;
        const content = this?.content ?? [``];
        return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`)(...Object.values(this.closed));
      }
    };
    version = {
      major: 4,
      minor: 6,
      patch: 7
    };
    $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
      var _a2;
      inst ?? (inst = {});
      inst._zod.def = def;
      inst._zod.bag = inst._zod.bag || {};
      inst._zod.version = version;
      const defChecks = inst._zod.def.checks;
      const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
      for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
      if (checks.length === 0) {
        (_a2 = inst._zod).deferred ?? (_a2.deferred = []);
        inst._zod.deferred?.push(() => {
          inst._zod.run = inst._zod.parse;
        });
      } else {
        const runChecks = (payload, checks2, ctx) => {
          if (payload.memo) return payload;
          let isAborted = aborted(payload);
          let asyncResult;
          for (const ch of checks2) {
            if (ch._zod.def.when) {
              if (explicitlyAborted(payload)) continue;
              if (!ch._zod.def.when(payload)) continue;
            } else if (isAborted) continue;
            const currLen = payload.issues.length;
            const _ = ch._zod.check(payload);
            if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
            if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
              await _;
              if (payload.issues.length === currLen) return;
              attachSchema(payload.issues, currLen, inst);
              if (!isAborted) isAborted = aborted(payload, currLen);
            });
            else {
              if (payload.issues.length === currLen) continue;
              attachSchema(payload.issues, currLen, inst);
              if (!isAborted) isAborted = aborted(payload, currLen);
            }
          }
          if (asyncResult) return asyncResult.then(() => {
            return payload;
          });
          return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
          if (aborted(canary)) {
            canary.aborted = true;
            return canary;
          }
          const checkResult = runChecks(payload, checks, ctx);
          if (checkResult instanceof Promise) {
            if (ctx.async === false) throw new $ZodAsyncError();
            return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
          }
          return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
          if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
          if (ctx.direction === "backward") {
            const canary = inst._zod.parse({
              value: payload.value,
              issues: []
            }, {
              ...ctx,
              skipChecks: true
            });
            if (canary instanceof Promise) return canary.then((canary2) => {
              return handleCanaryResult(canary2, payload, ctx);
            });
            return handleCanaryResult(canary, payload, ctx);
          }
          const result = inst._zod.parse(payload, ctx);
          if (result instanceof Promise) {
            if (ctx.async === false) throw new $ZodAsyncError();
            return result.then((result2) => runChecks(result2, checks, ctx));
          }
          return runChecks(result, checks, ctx);
        };
      }
    }, {
      get "~standard"() {
        return hide(this, "~standard", standardProps(this));
      },
      set "~standard"(value) {
        own(this, "~standard", value);
      }
    });
    toStandardResult = (r2, ctx) => r2.issues.length ? { issues: r2.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r2.value };
    $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = def.pattern ?? anyString;
      inst._zod.parse = (payload, _) => {
        if (def.coerce) try {
          payload.value = String(payload.value);
        } catch (_2) {
        }
        if (typeof payload.value === "string") return payload;
        payload.issues.push({
          expected: "string",
          code: "invalid_type",
          input: payload.value,
          inst
        });
        return payload;
      };
    });
    $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
      $ZodCheckStringFormat.init(inst, def);
      $ZodString.init(inst, def);
    });
    $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
      def.pattern ?? (def.pattern = guid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
      if (def.version) {
        const v = {
          v1: 1,
          v2: 2,
          v3: 3,
          v4: 4,
          v5: 5,
          v6: 6,
          v7: 7,
          v8: 8
        }[def.version];
        if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = uuid(v));
      } else def.pattern ?? (def.pattern = uuid());
      $ZodStringFormat.init(inst, def);
    });
    $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
      def.pattern ?? (def.pattern = email);
      $ZodStringFormat.init(inst, def);
    });
    asciiTabOrNewline = /[\t\n\r]/g;
    $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        try {
          const trimmed = payload.value.trim();
          const url = validateURL(trimmed, def);
          if (url === 1) {
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
          if (url === 2) {
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
          if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
            code: "invalid_format",
            format: "url",
            note: "Invalid hostname",
            pattern: def.hostname.source,
            input: payload.value,
            inst,
            continue: !def.abort
          });
          if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
            code: "invalid_format",
            format: "url",
            note: "Invalid protocol",
            pattern: def.protocol.source,
            input: payload.value,
            inst,
            continue: !def.abort
          });
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
    $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
      def.pattern ?? (def.pattern = emoji());
      $ZodStringFormat.init(inst, def);
    });
    $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
      if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
      def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
      $ZodStringFormat.init(inst, def);
    });
    $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
      def.pattern ?? (def.pattern = cuid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
      def.pattern ?? (def.pattern = cuid2);
      $ZodStringFormat.init(inst, def);
    });
    $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
      def.pattern ?? (def.pattern = ulid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
      def.pattern ?? (def.pattern = xid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
      def.pattern ?? (def.pattern = ksuid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
      def.pattern ?? (def.pattern = datetime(def));
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
      def.pattern ?? (def.pattern = date);
      $ZodStringFormat.init(inst, def);
    });
    $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
      def.pattern ?? (def.pattern = time(def));
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
      def.pattern ?? (def.pattern = duration);
      $ZodStringFormat.init(inst, def);
    });
    $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
      def.pattern ?? (def.pattern = ipv4);
      $ZodStringFormat.init(inst, def);
    });
    ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
    $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
      def.pattern ?? (def.pattern = ipv6);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) payload.issues.push({
          code: "invalid_format",
          format: "ipv6",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
      def.pattern ?? (def.pattern = cidrv4);
      $ZodStringFormat.init(inst, def);
    });
    $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
      def.pattern ?? (def.pattern = cidrv6);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) payload.issues.push({
          code: "invalid_format",
          format: "cidrv6",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
    $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
      def.pattern ?? (def.pattern = base64Charset);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidBase64(payload.value)) return;
        payload.issues.push({
          code: "invalid_format",
          format: "base64",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    base64urlCharset = /^[A-Za-z0-9_-]*$/;
    $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
      def.pattern ?? (def.pattern = base64urlCharset);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value)) return;
        payload.issues.push({
          code: "invalid_format",
          format: "base64url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
      def.pattern ?? (def.pattern = e164);
      $ZodStringFormat.init(inst, def);
    });
    $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg)) return;
        payload.issues.push({
          code: "invalid_format",
          format: "jwt",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = number$1;
      inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) try {
          payload.value = Number(payload.value);
        } catch (_) {
        }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
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
    $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
      $ZodCheckNumberFormat.init(inst, def);
      $ZodNumber.init(inst, def);
    });
    $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = boolean$1;
      inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) try {
          payload.value = Boolean(payload.value);
        } catch (_) {
        }
        const input = payload.value;
        if (typeof input === "boolean") return payload;
        payload.issues.push({
          expected: "boolean",
          code: "invalid_type",
          input,
          inst
        });
        return payload;
      };
    });
    $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload) => payload;
    });
    $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
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
    arraySize = (input) => Array.isArray(input) ? input.length : -1;
    $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
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
        for (let i2 = 0; i2 < input.length; i2++) {
          const item = input[i2];
          const result = def.element._zod.run({
            value: item,
            issues: []
          }, ctx);
          if (result instanceof Promise) proms.push(result.then((result2) => handleArrayResult(result2, payload, i2)));
          else {
            handleArrayResult(result, payload, i2);
            if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
          }
        }
        if (proms.length) return Promise.all(proms).then(() => payload);
        return payload;
      };
      capSize(inst, arraySize);
    });
    NO_SYMBOL_KEYS = [];
    $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
      $ZodType.init(inst, def);
      const desc = Object.getOwnPropertyDescriptor(def, "shape");
      const sh = desc?.get ? desc.get.raw : def.shape ?? {};
      if (sh) {
        const get = () => {
          const newSh = { ...sh };
          Object.defineProperty(def, "shape", { value: newSh });
          get.raw = newSh;
          return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
      }
      const _normalized = cached(() => normalizeDef(def));
      defineLazyInternal(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
          const field = shape[key]._zod;
          if (field.values) {
            if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
            for (const v of field.values) propValues[key].add(v);
            if (field.optin !== void 0) propValues[key].add(void 0);
          }
        }
        return propValues;
      });
      const isObject$1 = isObject;
      const catchall = def.catchall;
      let value;
      const memo2 = globalConfig.memoizer;
      memo2?.attach(inst);
      inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject$1(input)) {
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
            if (aborted(payload, seen)) break;
            seen = payload.issues.length;
          }
          if (key === "__proto__") continue;
          const el = shape[key];
          const optin = el._zod.optin;
          const optout = el._zod.optout;
          const r2 = el._zod.run({
            value: input[key],
            issues: []
          }, ctx);
          if (r2 instanceof Promise) proms.push(r2.then((r3) => handlePropertyResult(r3, payload, key, input, optin, optout)));
          else handlePropertyResult(r2, payload, key, input, optin, optout);
        }
        if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
      };
    });
    $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
      $ZodObject.init(inst, def);
      const superParse = inst._zod.parse;
      const _normalized = cached(() => normalizeDef(def));
      const memo2 = globalConfig.memoizer;
      const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        const doc = new Doc(["payload", "ctx"], {
          shape,
          inst,
          memo: memo2,
          syms
        });
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
        let counter = 0;
        for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
        doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
          if (key === "__proto__") continue;
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
          } else if (!isOptionalIn) doc.write(`
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
          else {
            doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
            if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
            else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
          }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        return doc.compile();
      };
      let fastpass;
      const isObject$2 = isObject;
      const jit = !globalConfig.jitless;
      const fastEnabled = jit && allowsEval.value;
      const catchall = def.catchall;
      let value;
      inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject$2(input)) {
          payload.issues.push({
            expected: "object",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
          if (!fastpass) fastpass = generateFastpass(def.shape);
          payload = fastpass(payload, ctx);
          if (!catchall) return payload;
          return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
      };
    });
    $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o2) => o2._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o2) => o2._zod.optin !== void 0) ? "optional" : void 0);
      defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o2) => o2._zod.optout === "optional") ? "optional" : void 0);
      defineLazyInternal(inst, "values", (zod) => {
        if (zod.def.options.every((o2) => o2._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
      });
      defineLazyInternal(inst, "pattern", (zod) => {
        if (zod.def.options.every((o2) => o2._zod.pattern)) {
          const patterns = zod.def.options.map((o2) => o2._zod.pattern);
          return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
        }
      });
      const first = def.options.length === 1 ? def.options[0]._zod.run : null;
      inst._zod.parse = (payload, ctx) => {
        if (first) return first(payload, ctx);
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
            if (result.issues.length === 0) return result;
            results.push(result);
          }
        }
        if (!async) return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results2) => {
          return handleUnionResults(results2, payload, inst, ctx);
        });
      };
    });
    $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({
          value: input,
          issues: []
        }, ctx);
        const right = def.right._zod.run({
          value: input,
          issues: []
        }, ctx);
        if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left2, right2]) => {
          return handleIntersectionResults(payload, left2, right2);
        });
        return handleIntersectionResults(payload, left, right);
      };
    });
    $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
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
          for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
            recordKeys.add(typeof key === "number" ? key.toString() : key);
            if (key === "__proto__") continue;
            const keyResult = def.keyType._zod.run({
              value: key,
              issues: []
            }, ctx);
            if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
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
            if (outKey === "__proto__") continue;
            const result = def.valueType._zod.run({
              value: input[key],
              issues: []
            }, ctx);
            if (result instanceof Promise) proms.push(result.then((result2) => {
              if (result2.issues.length) payload.issues.push(...prefixIssues(key, result2.issues));
              payload.value[outKey] = result2.value;
            }));
            else {
              if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
              payload.value[outKey] = result.value;
            }
          }
          let unrecognized;
          for (const key in input) if (!recordKeys.has(key)) {
            if (def.mode === "loose") {
              if (key === "__proto__") continue;
              payload.value[key] = input[key];
            } else {
              unrecognized = unrecognized ?? [];
              unrecognized.push(key);
            }
          }
          if (unrecognized && unrecognized.length > 0) payload.issues.push({
            code: "unrecognized_keys",
            input,
            inst,
            keys: unrecognized,
            continue: true
          });
        } else {
          payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
          let unrecognized;
          for (const key of Reflect.ownKeys(input)) {
            if (key === "__proto__") continue;
            if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
            let keyResult = def.keyType._zod.run({
              value: key,
              issues: []
            }, ctx);
            if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
            if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
              const retryResult = def.keyType._zod.run({
                value: Number(key),
                issues: []
              }, ctx);
              if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
              if (retryResult.issues.length === 0) keyResult = retryResult;
            }
            if (keyResult.issues.length) {
              if (def.mode === "loose") payload.value[key] = input[key];
              else if (values) {
                unrecognized = unrecognized ?? [];
                unrecognized.push(key);
              } else payload.issues.push({
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
            if (outKey === "__proto__") continue;
            const result = def.valueType._zod.run({
              value: input[key],
              issues: []
            }, ctx);
            if (result instanceof Promise) proms.push(result.then((result2) => {
              if (result2.issues.length) payload.issues.push(...prefixIssues(key, result2.issues));
              payload.value[outKey] = result2.value;
            }));
            else {
              if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
              payload.value[outKey] = result.value;
            }
          }
          if (unrecognized && unrecognized.length > 0) payload.issues.push({
            code: "unrecognized_keys",
            input,
            inst,
            keys: unrecognized,
            continue: true
          });
        }
        if (proms.length) return Promise.all(proms).then(() => payload);
        return payload;
      };
    });
    $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
      $ZodType.init(inst, def);
      const values = getEnumValues(def.entries);
      const valuesSet = new Set(values);
      inst._zod.values = valuesSet;
      defineLazyInternal(inst, "pattern", (zod) => {
        const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
        return new RegExp(patternValues.length ? `^(${patternValues.map((o2) => escapeRegex(o2.toString())).join("|")})$` : "^[^\\s\\S]$");
      });
      inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) return payload;
        payload.issues.push({
          code: "invalid_value",
          values,
          input,
          inst
        });
        return payload;
      };
    });
    $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
      $ZodType.init(inst, def);
      const values = new Set(def.values);
      inst._zod.values = values;
      defineLazyInternal(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        return new RegExp(vals.length ? `^(${vals.map((o2) => typeof o2 === "string" ? escapeRegex(o2) : o2 ? escapeRegex(o2.toString()) : String(o2)).join("|")})$` : "^[^\\s\\S]$");
      });
      inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) return payload;
        payload.issues.push({
          code: "invalid_value",
          values: def.values,
          input,
          inst
        });
        return payload;
      };
    });
    $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "optional";
      globalConfig.memoizer?.guard(inst);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
        const _out = def.transform(payload.value, payload);
        if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
          payload.value = output;
          return payload;
        });
        if (_out instanceof Promise) throw new $ZodAsyncError();
        payload.value = _out;
        return payload;
      };
    });
    $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
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
          if (def.innerType._zod.optin !== "defaulted") return payload;
          const result = def.innerType._zod.run({
            value: payload.value,
            issues: []
          }, ctx);
          if (result instanceof Promise) return result.then((result2) => handleOptionalResult(payload, result2));
          return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
      inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
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
        if (payload.value === null) return payload;
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "defaulted";
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
        if (payload.value === void 0) {
          payload.value = def.defaultValue;
          return payload;
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) return result.then((result2) => handleDefaultResult(result2, def));
        return handleDefaultResult(result, def);
      };
    });
    $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "defaulted";
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
        if (payload.value === void 0) payload.value = def.defaultValue;
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) return result.then((result2) => handleNonOptionalResult(result2, inst));
        return handleNonOptionalResult(result, inst);
      };
    });
    $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
        const result = def.innerType._zod.run({
          value: payload.value,
          issues: []
        }, ctx);
        if (result instanceof Promise) return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
        return handleCatchResult(payload, result, def, ctx);
      };
    });
    $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
      defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
      defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          const right = def.out._zod.run(payload, ctx);
          if (right instanceof Promise) return right.then((right2) => handlePipeResult(right2, def.in, ctx));
          return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) return left.then((left2) => handlePipeResult(left2, def.out, ctx));
        return handlePipeResult(left, def.out, ctx);
      };
    });
    $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) return result.then(handleReadonlyResult);
        return handleReadonlyResult(result);
      };
    });
    $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
      $ZodCheck.init(inst, def);
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, _) => {
        return payload;
      };
      inst._zod.check = (payload) => {
        const input = payload.value;
        const r2 = def.fn(input);
        if (r2 instanceof Promise) return r2.then((r3) => handleRefineResult(r3, payload, input, inst));
        handleRefineResult(r2, payload, input, inst);
      };
    });
    $ZodCyclicError = class extends Error {
      constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
      }
    };
    STATE = "~memo";
    NO_ISSUES = [];
    recursive = /* @__PURE__ */ new WeakMap();
    NONE = 0;
    ASSUMED = 1;
    PROVEN = 2;
    open = [];
    memo = {
      alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket) return empty;
        handoff = void 0;
        const entry = {
          value: empty,
          issues: null
        };
        bucket.set(payload.value, entry);
        open.push(entry);
        return empty;
      },
      guard(inst) {
        var _a2;
        (_a2 = inst._zod).deferred ?? (_a2.deferred = []);
        inst._zod.deferred.push(() => {
          const base = inst._zod.parse;
          const wrapped = (payload, ctx) => {
            if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
            return base(payload, ctx);
          };
          inst._zod.parse = wrapped;
          if (inst._zod.run === base) inst._zod.run = wrapped;
        });
      },
      attach(inst) {
        var _a2;
        let isRecursiveInst;
        let rechecked = false;
        let lastCtx;
        let lastBucket;
        (_a2 = inst._zod).deferred ?? (_a2.deferred = []);
        inst._zod.deferred.push(() => {
          const base = inst._zod.parse;
          const wrapped = (payload, ctx) => {
            if (isRecursiveInst === void 0) {
              const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
              if (walked === NONE) {
                inst._zod.parse = base;
                if (inst._zod.run === wrapped) inst._zod.run = base;
                return base(payload, ctx);
              }
              if (walked === PROVEN || rechecked) isRecursiveInst = true;
              else rechecked = true;
            }
            const input = payload.value;
            if (!isRef(input)) return base(payload, ctx);
            let state = ctx[STATE];
            if (!state) {
              state = {
                buckets: /* @__PURE__ */ new WeakMap(),
                backEdges: void 0
              };
              ctx[STATE] = state;
            }
            let bucket;
            if (lastCtx === ctx) bucket = lastBucket;
            else {
              bucket = bucketFor(state, inst);
              lastCtx = ctx;
              lastBucket = bucket;
            }
            const hit = bucket.get(input);
            if (hit) {
              payload.value = hit.value;
              if (hit.issues) {
                if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
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
            const entry = open.length > depth ? open.pop() : void 0;
            if (result instanceof Promise) return result.then((r2) => {
              if (entry) entry.issues = r2.issues.length ? cloneIssues(r2.issues) : NO_ISSUES;
              return r2;
            });
            if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
            return result;
          };
          inst._zod.parse = wrapped;
          if (inst._zod.run === base) inst._zod.run = wrapped;
        });
      }
    };
    error = () => {
      const Sizable = {
        string: {
          unit: "characters",
          verb: "to have"
        },
        file: {
          unit: "bytes",
          verb: "to have"
        },
        array: {
          unit: "items",
          verb: "to have"
        },
        set: {
          unit: "items",
          verb: "to have"
        },
        map: {
          unit: "entries",
          verb: "to have"
        }
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
      const TypeDictionary = { nan: "NaN" };
      function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
        return TypeDictionary[type] ?? type;
      }
      return (issue2) => {
        switch (issue2.code) {
          case "invalid_type":
            return `Invalid input: expected ${getTypeName(issue2.expected)}, received ${getTypeName(parsedType(issue2.input), issue2.input)}`;
          case "invalid_value":
            if (issue2.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
            return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
          case "too_big": {
            const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
            const sizing = getSizing(issue2.origin);
            if (sizing) return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
            return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
          }
          case "too_small": {
            const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
            const sizing = getSizing(issue2.origin);
            if (sizing) return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
            return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
          }
          case "invalid_format": {
            const _issue = issue2;
            if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
            if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
            if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
            if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
            return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
          }
          case "not_multiple_of":
            return `Invalid number: must be a multiple of ${issue2.divisor}`;
          case "unrecognized_keys":
            return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
          case "invalid_key":
            return `Invalid key in ${issue2.origin}`;
          case "invalid_union":
            if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) return `Invalid discriminator value. Expected ${issue2.options.map((o2) => `'${o2}'`).join(" | ")}`;
            if (issue2.inclusive === false) return "Invalid input: more than one option matched";
            return "Invalid input";
          case "invalid_element":
            return `Invalid value in ${issue2.origin}`;
          default:
            return `Invalid input`;
        }
      };
    };
    $ZodRegistry = class {
      constructor() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
      }
      add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
        return this;
      }
      clear() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
        return this;
      }
      remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
        this._map.delete(schema);
        return this;
      }
      get(schema) {
        const p = schema._zod.parent;
        if (p) {
          const pm = { ...this.get(p) ?? {} };
          delete pm.id;
          const f = {
            ...pm,
            ...this._map.get(schema)
          };
          return Object.keys(f).length ? f : void 0;
        }
        return this._map.get(schema);
      }
      has(schema) {
        return this._map.has(schema);
      }
    };
    (_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
    globalRegistry = globalThis.__zod_globalRegistry;
    FOLDABLE_KEYS = /* @__PURE__ */ new Set([
      "type",
      "properties",
      "required",
      "additionalProperties"
    ]);
    UNION_KEYS = ["oneOf", "anyOf"];
    createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
      const ctx = initializeContext({
        ...params,
        processors
      });
      processSchema(schema, ctx);
      extractDefs(ctx, schema);
      return finalize(ctx, schema);
    };
    createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
      const { libraryOptions, target } = params ?? {};
      const ctx = initializeContext({
        ...libraryOptions ?? {},
        target,
        io,
        processors
      });
      processSchema(schema, ctx);
      extractDefs(ctx, schema);
      return finalize(ctx, schema);
    };
    narrowMin = (agg, key, value) => {
      if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
    };
    narrowMax = (agg, key, value) => {
      if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
    };
    narrowBoth = (agg, value) => {
      narrowMin(agg, "minimum", value);
      narrowMax(agg, "maximum", value);
    };
    addDivisor = (agg, value) => {
      agg.multipleOf ?? (agg.multipleOf = []);
      if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
    };
    addPattern = (agg, pattern) => {
      agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
      agg.patterns.add(pattern);
    };
    intersectMime = (agg, mime) => {
      agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
    };
    setFormat = (agg, format) => {
      agg.format = format;
      if (format.includes("int")) agg.isInt = true;
    };
    minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
    maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
    formatContributor = (ranges) => (agg, def) => {
      setFormat(agg, def.format);
      const [minimum, maximum] = ranges[def.format];
      narrowMin(agg, "minimum", minimum);
      narrowMax(agg, "maximum", maximum);
    };
    contributors = {
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
        if (def.pattern) addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
        if (def.local || def.precision === -1) agg.laxFormat = true;
      },
      mime_type: (agg, def) => intersectMime(agg, def.mime)
    };
    formatMap = {
      guid: "uuid",
      url: "uri",
      datetime: "date-time",
      json_string: "json-string",
      regex: ""
    };
    exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
    exactPattern = (p) => exactPatterns.get(p) ?? p;
    stringProcessor = (schema, ctx, _json, _params) => {
      const json = _json;
      json.type = "string";
      const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
      if (typeof minimum === "number") json.minLength = minimum;
      if (typeof maximum === "number") json.maxLength = maximum;
      if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "") delete json.format;
        if (format === "time" || laxFormat) delete json.format;
      }
      if (contentEncoding) json.contentEncoding = contentEncoding;
      if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1) json.pattern = patternList[0].source;
        else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))];
      }
    };
    numberProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
      json.type = isInt ? "integer" : "number";
      const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
      const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
      const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
      if (exMin) {
        if (legacy) {
          json.minimum = exclusiveMinimum;
          json.exclusiveMinimum = true;
        } else json.exclusiveMinimum = exclusiveMinimum;
      } else if (typeof minimum === "number") json.minimum = minimum;
      if (exMax) {
        if (legacy) {
          json.maximum = exclusiveMaximum;
          json.exclusiveMaximum = true;
        } else json.exclusiveMaximum = exclusiveMaximum;
      } else if (typeof maximum === "number") json.maximum = maximum;
      if (multipleOf) {
        const divisors = /* @__PURE__ */ new Set();
        for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
        else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        const [first, ...rest] = divisors;
        if (first !== void 0) json.multipleOf = first;
        if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
      }
    };
    booleanProcessor = (_schema, _ctx, json, _params) => {
      json.type = "boolean";
    };
    neverProcessor = (_schema, _ctx, json, _params) => {
      json.not = {};
    };
    enumProcessor = (schema, _ctx, json, _params) => {
      const def = schema._zod.def;
      const values = getEnumValues(def.entries);
      if (values.length === 0) {
        json.not = {};
        return;
      }
      if (values.every((v) => typeof v === "number")) json.type = "number";
      if (values.every((v) => typeof v === "string")) json.type = "string";
      json.enum = values;
    };
    literalProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      if (def.values.length === 0) {
        json.not = {};
        return;
      }
      const vals = [];
      for (const val of def.values) if (val === void 0) {
        if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
      } else if (typeof val === "bigint") {
        if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
        vals.push(Number(val));
      } else vals.push(val);
      if (vals.length === 0) {
      } else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
        else json.const = val;
      } else {
        if (vals.every((v) => typeof v === "number")) json.type = "number";
        if (vals.every((v) => typeof v === "string")) json.type = "string";
        if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
        if (vals.every((v) => v === null)) json.type = "null";
        json.enum = vals;
      }
    };
    customProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
    };
    transformProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
    };
    arrayProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      const { minimum, maximum } = aggregateChecks(schema);
      if (typeof minimum === "number") json.minItems = minimum;
      if (typeof maximum === "number") json.maxItems = maximum;
      json.type = "array";
      json.items = processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"]
      });
    };
    objectProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      const shape = def.shape;
      if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
      json.type = "object";
      json.properties = {};
      for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
        ...params,
        path: [
          ...params.path,
          "properties",
          key
        ]
      }));
      const requiredKeys = [];
      for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
      }
      if (requiredKeys.length > 0) json.required = requiredKeys;
      if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
      else if (!def.catchall) {
        if (ctx.io === "output") json.additionalProperties = false;
      } else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
        ...params,
        path: [...params.path, "additionalProperties"]
      });
    };
    unionProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const isExclusive = def.inclusive === false;
      const options = def.options.map((x, i2) => processSchema(x, ctx, {
        ...params,
        path: [
          ...params.path,
          isExclusive ? "oneOf" : "anyOf",
          i2
        ]
      }));
      if (isExclusive) json.oneOf = options;
      else json.anyOf = options;
    };
    intersectionProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const a2 = processSchema(def.left, ctx, {
        ...params,
        path: [
          ...params.path,
          "allOf",
          0
        ]
      });
      const b = processSchema(def.right, ctx, {
        ...params,
        path: [
          ...params.path,
          "allOf",
          1
        ]
      });
      const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
      const allOf = [...isSimpleIntersection(a2) ? a2.allOf : [a2], ...isSimpleIntersection(b) ? b.allOf : [b]];
      json.allOf = allOf;
      ctx.intersections.push(allOf);
    };
    pendingRecords = /* @__PURE__ */ new WeakMap();
    recordProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      json.type = "object";
      const keyType = def.keyType;
      const patterns = aggregateChecks(keyType).patterns;
      if (def.mode === "loose" && patterns && patterns.size > 0) {
        const valueSchema = processSchema(def.valueType, ctx, {
          ...params,
          path: [
            ...params.path,
            "patternProperties",
            "*"
          ]
        });
        json.patternProperties = {};
        for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
      } else {
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
          json.propertyNames = processSchema(def.keyType, ctx, {
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
        json.additionalProperties = processSchema(def.valueType, ctx, {
          ...params,
          path: [...params.path, "additionalProperties"]
        });
      }
      const keyValues = keyType._zod.values;
      const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
      if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
      }
    };
    nullableProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const inner = processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
      } else json.anyOf = [inner, { type: "null" }];
    };
    nonoptionalProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
    UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
    defaultProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
      if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
    };
    prefaultProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      if (ctx.io !== "input") return;
      const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
      if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
    };
    catchProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      let catchValue;
      try {
        catchValue = def.catchValue(void 0);
      } catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
      }
      json.default = catchValue;
    };
    pipeProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      const inIsTransform = def.in._zod.traits.has("$ZodTransform");
      const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
      processSchema(innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = innerType;
    };
    readonlyProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      json.readOnly = true;
    };
    optionalProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
    _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
    initializer = (inst, issues) => {
      $ZodError.init(inst, issues);
      inst.name = "ZodError";
      const proto = Object.getPrototypeOf(inst);
      if (_installedErrorProtos.has(proto)) return;
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
    ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer, void 0, { Parent: Error });
    parse = /* @__PURE__ */ _parse(ZodRealError);
    parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
    safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
    safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
    encode = /* @__PURE__ */ _encode(ZodRealError);
    decode = /* @__PURE__ */ _decode(ZodRealError);
    encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
    decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
    safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
    safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
    safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
    safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
    ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
      _ensureDefaultLocale();
      $ZodType.init(inst, def);
      inst.def = def;
      inst.type = def.type;
      return inst;
    }, {
      check(...chks) {
        const def = this.def;
        return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
          check: ch,
          def: { check: "custom" },
          onattach: []
        } } : ch)] }), { parent: true });
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
      register(reg, meta) {
        reg.add(this, meta);
        return this;
      },
      refine(check, params) {
        return this.check(refine(check, params));
      },
      superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
      },
      overwrite(fn) {
        return this.check(/* @__PURE__ */ _overwrite(fn));
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
        if (args.length === 0) return globalRegistry.get(this);
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
      get "~standard"() {
        return hide(this, "~standard", {
          ...standardProps(this),
          jsonSchema: {
            input: createStandardJSONSchemaMethod(this, "input"),
            output: createStandardJSONSchemaMethod(this, "output")
          }
        });
      },
      set "~standard"(value) {
        own(this, "~standard", value);
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
      get spa() {
        return this?.safeParseAsync;
      },
      set spa(value) {
        own(this, "spa", value);
      },
      validate(data, params) {
        return validate(this, data, params);
      },
      validateAsync(data, params) {
        return validateAsync$1(this, data, params);
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
      get description() {
        return globalRegistry.get(this)?.description;
      },
      get _def() {
        return this._zod.def;
      }
    });
    _ZodString = /* @__PURE__ */ $constructor("_ZodString", (inst, def) => {
      $ZodString.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
    }, /* @__PURE__ */ derived({
      format: (inst) => aggregateChecks(inst).format ?? null,
      minLength: (inst) => aggregateChecks(inst).minimum ?? null,
      maxLength: (inst) => aggregateChecks(inst).maximum ?? null
    }, {
      regex(...args) {
        return this.check(/* @__PURE__ */ _regex(...args));
      },
      includes(...args) {
        return this.check(/* @__PURE__ */ _includes(...args));
      },
      startsWith(...args) {
        return this.check(/* @__PURE__ */ _startsWith(...args));
      },
      endsWith(...args) {
        return this.check(/* @__PURE__ */ _endsWith(...args));
      },
      min(...args) {
        return this.check(/* @__PURE__ */ _minLength(...args));
      },
      max(...args) {
        return this.check(/* @__PURE__ */ _maxLength(...args));
      },
      length(...args) {
        return this.check(/* @__PURE__ */ _length(...args));
      },
      nonempty(...args) {
        return this.check(/* @__PURE__ */ _minLength(1, ...args));
      },
      lowercase(params) {
        return this.check(/* @__PURE__ */ _lowercase(params));
      },
      uppercase(params) {
        return this.check(/* @__PURE__ */ _uppercase(params));
      },
      trim() {
        return this.check(/* @__PURE__ */ _trim());
      },
      normalize(...args) {
        return this.check(/* @__PURE__ */ _normalize(...args));
      },
      toLowerCase() {
        return this.check(/* @__PURE__ */ _toLowerCase());
      },
      toUpperCase() {
        return this.check(/* @__PURE__ */ _toUpperCase());
      },
      slugify() {
        return this.check(/* @__PURE__ */ _slugify());
      }
    }));
    ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
      $ZodString.init(inst, def);
      _ZodString.init(inst, def);
    }, {
      email(params) {
        return this.check(/* @__PURE__ */ _email(ZodEmail, params));
      },
      url(params) {
        return this.check(/* @__PURE__ */ _url(ZodURL, params));
      },
      jwt(params) {
        return this.check(/* @__PURE__ */ _jwt(ZodJWT, params));
      },
      emoji(params) {
        return this.check(/* @__PURE__ */ _emoji(ZodEmoji, params));
      },
      guid(params) {
        return this.check(/* @__PURE__ */ _guid(ZodGUID, params));
      },
      uuid(params) {
        return this.check(/* @__PURE__ */ _uuid(ZodUUID, params));
      },
      uuidv4(params) {
        return this.check(/* @__PURE__ */ _uuidv4(ZodUUID, params));
      },
      uuidv6(params) {
        return this.check(/* @__PURE__ */ _uuidv6(ZodUUID, params));
      },
      uuidv7(params) {
        return this.check(/* @__PURE__ */ _uuidv7(ZodUUID, params));
      },
      nanoid(params) {
        return this.check(/* @__PURE__ */ _nanoid(ZodNanoID, params));
      },
      cuid(params) {
        return this.check(/* @__PURE__ */ _cuid(ZodCUID, params));
      },
      cuid2(params) {
        return this.check(/* @__PURE__ */ _cuid2(ZodCUID2, params));
      },
      ulid(params) {
        return this.check(/* @__PURE__ */ _ulid(ZodULID, params));
      },
      base64(params) {
        return this.check(/* @__PURE__ */ _base64(ZodBase64, params));
      },
      base64url(params) {
        return this.check(/* @__PURE__ */ _base64url(ZodBase64URL, params));
      },
      xid(params) {
        return this.check(/* @__PURE__ */ _xid(ZodXID, params));
      },
      ksuid(params) {
        return this.check(/* @__PURE__ */ _ksuid(ZodKSUID, params));
      },
      ipv4(params) {
        return this.check(/* @__PURE__ */ _ipv4(ZodIPv4, params));
      },
      ipv6(params) {
        return this.check(/* @__PURE__ */ _ipv6(ZodIPv6, params));
      },
      cidrv4(params) {
        return this.check(/* @__PURE__ */ _cidrv4(ZodCIDRv4, params));
      },
      cidrv6(params) {
        return this.check(/* @__PURE__ */ _cidrv6(ZodCIDRv6, params));
      },
      e164(params) {
        return this.check(/* @__PURE__ */ _e164(ZodE164, params));
      },
      datetime(params) {
        return this.check(/* @__PURE__ */ _isoDateTime(ZodISODateTime, params));
      },
      date(params) {
        return this.check(/* @__PURE__ */ _isoDate(ZodISODate, params));
      },
      time(params) {
        return this.check(/* @__PURE__ */ _isoTime(ZodISOTime, params));
      },
      duration(params) {
        return this.check(/* @__PURE__ */ _isoDuration(ZodISODuration, params));
      }
    });
    ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      _ZodString.init(inst, def);
    });
    ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
      $ZodISODateTime.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
      $ZodISODate.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
      $ZodISOTime.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
      $ZodISODuration.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
      $ZodEmail.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
      $ZodGUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
      $ZodUUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
      $ZodURL.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
      $ZodEmoji.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
      $ZodNanoID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
      $ZodCUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
      $ZodCUID2.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
      $ZodULID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
      $ZodXID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
      $ZodKSUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
      $ZodIPv4.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
      $ZodIPv6.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
      $ZodCIDRv4.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
      $ZodCIDRv6.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
      $ZodBase64.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
      $ZodBase64URL.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
      $ZodE164.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
      $ZodJWT.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodNumber = /* @__PURE__ */ $constructor("ZodNumber", (inst, def) => {
      $ZodNumber.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
      inst.isFinite = true;
    }, /* @__PURE__ */ derived({
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
        return this.check(/* @__PURE__ */ _gt(value, params));
      },
      gte(value, params) {
        return this.check(/* @__PURE__ */ _gte(value, params));
      },
      min(value, params) {
        return this.check(/* @__PURE__ */ _gte(value, params));
      },
      lt(value, params) {
        return this.check(/* @__PURE__ */ _lt(value, params));
      },
      lte(value, params) {
        return this.check(/* @__PURE__ */ _lte(value, params));
      },
      max(value, params) {
        return this.check(/* @__PURE__ */ _lte(value, params));
      },
      int(params) {
        return this.check(int(params));
      },
      safe(params) {
        return this.check(int(params));
      },
      positive(params) {
        return this.check(/* @__PURE__ */ _gt(0, params));
      },
      nonnegative(params) {
        return this.check(/* @__PURE__ */ _gte(0, params));
      },
      negative(params) {
        return this.check(/* @__PURE__ */ _lt(0, params));
      },
      nonpositive(params) {
        return this.check(/* @__PURE__ */ _lte(0, params));
      },
      multipleOf(value, params) {
        return this.check(/* @__PURE__ */ _multipleOf(value, params));
      },
      step(value, params) {
        return this.check(/* @__PURE__ */ _multipleOf(value, params));
      },
      finite() {
        return this;
      }
    }));
    ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
      $ZodNumberFormat.init(inst, def);
      ZodNumber.init(inst, def);
    });
    ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
      $ZodBoolean.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
    });
    ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
      $ZodUnknown.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => void 0;
    });
    ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
      $ZodNever.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
    });
    ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodArray.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
      inst.element = def.element;
    }, {
      min(n2, params) {
        return this.check(/* @__PURE__ */ _minLength(n2, params));
      },
      nonempty(params) {
        return this.check(/* @__PURE__ */ _minLength(1, params));
      },
      max(n2, params) {
        return this.check(/* @__PURE__ */ _maxLength(n2, params));
      },
      length(n2, params) {
        return this.check(/* @__PURE__ */ _length(n2, params));
      },
      unwrap() {
        return this.element;
      }
    });
    ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodObjectJIT.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
      installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
    }, {
      keyof() {
        return _enum(Object.keys(this._zod.def.shape));
      },
      catchall(catchall) {
        return this.clone(mergeDefs(this._zod.def, { catchall }));
      },
      passthrough() {
        return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
      },
      loose() {
        return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
      },
      strict() {
        return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
      },
      strip() {
        return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
      },
      extend(incoming) {
        return extend(this, incoming);
      },
      safeExtend(incoming) {
        return safeExtend(this, incoming);
      },
      merge(other) {
        return merge(this, other);
      },
      pick(mask) {
        return pick(this, mask);
      },
      omit(mask) {
        return omit(this, mask);
      },
      partial(...args) {
        return partial(ZodOptional, this, args[0]);
      },
      exactPartial(...args) {
        return partial(ZodExactOptional, this, args[0], "exactPartial");
      },
      required(...args) {
        return required(ZodNonOptional, this, args[0]);
      }
    });
    ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
      $ZodUnion.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
      inst.options = def.options;
    });
    ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
      $ZodIntersection.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
    });
    ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodRecord.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
      inst.keyType = def.keyType;
      inst.valueType = def.valueType;
    });
    ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
      $ZodEnum.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
      inst.enum = def.entries;
      inst.options = [...inst._zod.values];
      const keys = new Set(Object.keys(def.entries));
      inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
        else throw new Error(`Key ${value} not found in enum`);
        return new ZodEnum({
          ...def,
          checks: [],
          ...normalizeParams(params),
          entries: newEntries
        });
      };
      inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) if (keys.has(value)) delete newEntries[value];
        else throw new Error(`Key ${value} not found in enum`);
        return new ZodEnum({
          ...def,
          checks: [],
          ...normalizeParams(params),
          entries: newEntries
        });
      };
    });
    ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
      $ZodLiteral.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
      inst.values = new Set(def.values);
      Object.defineProperty(inst, "value", { get() {
        if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
        return def.values[0];
      } });
    });
    ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodTransform.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
      inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
        payload.addIssue = (issue$1) => {
          if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
          else {
            const _issue = issue$1;
            if (_issue.fatal) _issue.continue = false;
            _issue.code ?? (_issue.code = "custom");
            if (!("input" in _issue)) _issue.input = payload.value;
            _issue.inst ?? (_issue.inst = inst);
            payload.issues.push(issue(_issue));
          }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) return output.then((output2) => {
          payload.value = output2;
          return payload;
        });
        payload.value = output;
        return payload;
      };
    });
    ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
      $ZodExactOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
      $ZodNullable.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
      $ZodDefault.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
      inst.removeDefault = inst.unwrap;
    });
    ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
      $ZodPrefault.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
      $ZodNonOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
      $ZodCatch.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
      inst.removeCatch = inst.unwrap;
    });
    ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
      $ZodPipe.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
      inst.in = def.in;
      inst.out = def.out;
    });
    ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
      $ZodReadonly.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
      $ZodCustom.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
    });
    ALGORITHMS = {
      "SHA-256": "sha256-",
      "SHA-384": "sha384-",
      "SHA-512": "sha512-"
    };
    Object.values(ALGORITHMS);
    _enum(Object.keys(ALGORITHMS)).optional().default("SHA-256");
    ALGORITHM = "AES-GCM";
    encoder$1 = new TextEncoder();
    decoder$1 = new TextDecoder();
    IV_LENGTH = 24;
    ASTRO_GENERATOR = `Astro v7.3.4`;
    ASTRO_ERROR_HEADER = "X-Astro-Error";
    DEFAULT_404_COMPONENT = "astro-default-404.astro";
    REDIRECT_STATUS_CODES = [
      301,
      302,
      303,
      307,
      308,
      300,
      304
    ];
    REROUTABLE_STATUS_CODES = [404, 500];
    clientAddressSymbol = /* @__PURE__ */ Symbol.for("astro.clientAddress");
    originPathnameSymbol = /* @__PURE__ */ Symbol.for("astro.originPathname");
    fetchStateSymbol = /* @__PURE__ */ Symbol.for("astro.fetchState");
    responseSentSymbol = /* @__PURE__ */ Symbol.for("astro.responseSent");
    e = globalThis.process || {};
    t = e.argv || [];
    n = e.env || {};
    r$1 = !(n.NO_COLOR || t.includes(`--no-color`)) && (!!n.FORCE_COLOR || t.includes(`--color`) || e.platform === `win32` || (e.stdout || {}).isTTY && n.TERM !== `dumb` || !!n.CI);
    i = (e2, t2, n2 = e2) => (r2) => {
      let i2 = `` + r2, o2 = i2.indexOf(t2, e2.length);
      return ~o2 ? e2 + a(i2, t2, n2, o2) + t2 : e2 + i2 + t2;
    };
    a = (e2, t2, n2, r2) => {
      let i2 = ``, a2 = 0;
      do
        i2 += e2.substring(a2, r2) + n2, a2 = r2 + t2.length, r2 = e2.indexOf(t2, a2);
      while (~r2);
      return i2 + e2.substring(a2);
    };
    o = (e2 = r$1) => {
      let t2 = e2 ? i : () => String;
      return {
        isColorSupported: e2,
        reset: t2(`\x1B[0m`, `\x1B[0m`),
        bold: t2(`\x1B[1m`, `\x1B[22m`, `\x1B[22m\x1B[1m`),
        dim: t2(`\x1B[2m`, `\x1B[22m`, `\x1B[22m\x1B[2m`),
        italic: t2(`\x1B[3m`, `\x1B[23m`),
        underline: t2(`\x1B[4m`, `\x1B[24m`),
        inverse: t2(`\x1B[7m`, `\x1B[27m`),
        hidden: t2(`\x1B[8m`, `\x1B[28m`),
        strikethrough: t2(`\x1B[9m`, `\x1B[29m`),
        black: t2(`\x1B[30m`, `\x1B[39m`),
        red: t2(`\x1B[31m`, `\x1B[39m`),
        green: t2(`\x1B[32m`, `\x1B[39m`),
        yellow: t2(`\x1B[33m`, `\x1B[39m`),
        blue: t2(`\x1B[34m`, `\x1B[39m`),
        magenta: t2(`\x1B[35m`, `\x1B[39m`),
        cyan: t2(`\x1B[36m`, `\x1B[39m`),
        white: t2(`\x1B[37m`, `\x1B[39m`),
        gray: t2(`\x1B[90m`, `\x1B[39m`),
        bgBlack: t2(`\x1B[40m`, `\x1B[49m`),
        bgRed: t2(`\x1B[41m`, `\x1B[49m`),
        bgGreen: t2(`\x1B[42m`, `\x1B[49m`),
        bgYellow: t2(`\x1B[43m`, `\x1B[49m`),
        bgBlue: t2(`\x1B[44m`, `\x1B[49m`),
        bgMagenta: t2(`\x1B[45m`, `\x1B[49m`),
        bgCyan: t2(`\x1B[46m`, `\x1B[49m`),
        bgWhite: t2(`\x1B[47m`, `\x1B[49m`),
        blackBright: t2(`\x1B[90m`, `\x1B[39m`),
        redBright: t2(`\x1B[91m`, `\x1B[39m`),
        greenBright: t2(`\x1B[92m`, `\x1B[39m`),
        yellowBright: t2(`\x1B[93m`, `\x1B[39m`),
        blueBright: t2(`\x1B[94m`, `\x1B[39m`),
        magentaBright: t2(`\x1B[95m`, `\x1B[39m`),
        cyanBright: t2(`\x1B[96m`, `\x1B[39m`),
        whiteBright: t2(`\x1B[97m`, `\x1B[39m`),
        bgBlackBright: t2(`\x1B[100m`, `\x1B[49m`),
        bgRedBright: t2(`\x1B[101m`, `\x1B[49m`),
        bgGreenBright: t2(`\x1B[102m`, `\x1B[49m`),
        bgYellowBright: t2(`\x1B[103m`, `\x1B[49m`),
        bgBlueBright: t2(`\x1B[104m`, `\x1B[49m`),
        bgMagentaBright: t2(`\x1B[105m`, `\x1B[49m`),
        bgCyanBright: t2(`\x1B[106m`, `\x1B[49m`),
        bgWhiteBright: t2(`\x1B[107m`, `\x1B[49m`)
      };
    };
    s = o();
    ROUTE404_RE = /^\/404\/?$/;
    ROUTE500_RE = /^\/500\/?$/;
    ESCAPABLE = /[&<>'"]/g;
    HTMLBytes = class extends Uint8Array {
    };
    Object.defineProperty(HTMLBytes.prototype, Symbol.toStringTag, { get() {
      return "HTMLBytes";
    } });
    htmlStringSymbol = /* @__PURE__ */ Symbol.for("astro:html-string");
    HTMLString = class extends String {
    };
    Object.defineProperty(HTMLString.prototype, htmlStringSymbol, { value: true });
    markHTMLString = (value) => {
      if (isHTMLString(value)) return value;
      if (typeof value === "string") return new HTMLString(value);
      return value;
    };
    PROP_TYPE = {
      Value: 0,
      JSON: 1,
      RegExp: 2,
      Date: 3,
      Map: 4,
      Set: 5,
      BigInt: 6,
      URL: 7,
      Uint8Array: 8,
      Uint16Array: 9,
      Uint32Array: 10,
      Infinity: 11
    };
    transitionDirectivesToCopyOnIsland = /* @__PURE__ */ new Set([
      "data-astro-transition-scope",
      "data-astro-transition-persist",
      "data-astro-transition-persist-props"
    ]);
    dictionary = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY";
    binary = 61;
    headAndContentSym = /* @__PURE__ */ Symbol.for("astro.headAndContent");
    astro_island_prebuilt_default = `(()=>{var g=Object.defineProperty;var w=(a,s,c)=>s in a?g(a,s,{enumerable:!0,configurable:!0,writable:!0,value:c}):a[s]=c;var l=(a,s,c)=>w(a,typeof s!="symbol"?s+"":s,c);var E=new Set(["__proto__","constructor","prototype"]);{let a={0:t=>y(t),1:t=>c(t),2:t=>new RegExp(t),3:t=>new Date(t),4:t=>new Map(c(t)),5:t=>new Set(c(t)),6:t=>BigInt(t),7:t=>new URL(t),8:t=>new Uint8Array(t),9:t=>new Uint16Array(t),10:t=>new Uint32Array(t),11:t=>Number.POSITIVE_INFINITY*t},s=t=>{let[p,e]=t;return p in a?a[p](e):void 0},c=t=>t.map(s),y=t=>typeof t!="object"||t===null?t:Object.fromEntries(Object.entries(t).map(([p,e])=>[p,s(e)]));class f extends HTMLElement{constructor(){super(...arguments);l(this,"Component");l(this,"hydrator");l(this,"hydrate",async()=>{var b;if(!this.hydrator||!this.isConnected)return;let e=(b=this.parentElement)==null?void 0:b.closest("astro-island[ssr]");if(e){e.addEventListener("astro:hydrate",this.hydrate,{once:!0});return}let r=this.querySelectorAll("astro-slot"),n={},d=this.querySelectorAll("template[data-astro-template]");for(let o of d){let i=o.closest(this.tagName);i!=null&&i.isSameNode(this)&&(n[o.getAttribute("data-astro-template")||"default"]=o.innerHTML,o.remove())}for(let o of r){let i=o.closest(this.tagName);i!=null&&i.isSameNode(this)&&(n[o.getAttribute("name")||"default"]=o.innerHTML)}let u;try{u=this.hasAttribute("props")?y(JSON.parse(this.getAttribute("props"))):{}}catch(o){let i=this.getAttribute("component-url")||"<unknown>",v=this.getAttribute("component-export");throw v&&(i+=\` (export \${v})\`),console.error(\`[hydrate] Error parsing props for component \${i}\`,this.getAttribute("props"),o),o}let h;await this.hydrator(this)(this.Component,u,n,{client:this.getAttribute("client")}),this.removeAttribute("ssr"),this.dispatchEvent(new CustomEvent("astro:hydrate"))});l(this,"unmount",()=>{this.isConnected||this.dispatchEvent(new CustomEvent("astro:unmount"))})}disconnectedCallback(){document.removeEventListener("astro:after-swap",this.unmount),document.addEventListener("astro:after-swap",this.unmount,{once:!0})}connectedCallback(){if(!this.hasAttribute("await-children")||document.readyState==="interactive"||document.readyState==="complete")this.childrenConnectedCallback();else{let e=()=>{document.removeEventListener("DOMContentLoaded",e),r.disconnect(),this.childrenConnectedCallback()},r=new MutationObserver(()=>{var n;((n=this.lastChild)==null?void 0:n.nodeType)===Node.COMMENT_NODE&&this.lastChild.nodeValue==="astro:end"&&(this.lastChild.remove(),e())});r.observe(this,{childList:!0}),document.addEventListener("DOMContentLoaded",e)}}async childrenConnectedCallback(){let e=this.getAttribute("before-hydration-url");e&&await import(e),this.start()}getRetryImportUrl(e){let r=new URL(e,document.baseURI);return r.searchParams.set("astro-retry",Date.now().toString()),r.toString()}async importWithRetry(e){try{return await import(e)}catch(r){return await new Promise(n=>setTimeout(n,1e3)),import(this.getRetryImportUrl(e))}}handleHydrationError(e){let r=this.getAttribute("component-url"),n=new CustomEvent("astro:hydration-error",{cancelable:!0,bubbles:!0,composed:!0,detail:{error:e,componentUrl:r}});this.dispatchEvent(n)&&console.error(\`[astro-island] Error hydrating \${r}\`,e)}async start(){let e=JSON.parse(this.getAttribute("opts")),r=this.getAttribute("client");if(Astro[r]===void 0){window.addEventListener(\`astro:\${r}\`,()=>this.start(),{once:!0});return}try{await Astro[r](async()=>{let n=this.getAttribute("renderer-url");try{let[d,{default:u}]=await Promise.all([this.importWithRetry(this.getAttribute("component-url")),n?this.importWithRetry(n):Promise.resolve({default:()=>()=>{}})]),h=this.getAttribute("component-export")||"default";if(h.includes(".")){this.Component=d;for(let m of h.split(".")){if(E.has(m)||!this.Component||typeof this.Component!="object"&&typeof this.Component!="function"||!Object.hasOwn(this.Component,m))throw new Error(\`Invalid component export path: \${h}\`);this.Component=this.Component[m]}}else{if(E.has(h))throw new Error(\`Invalid component export path: \${h}\`);this.Component=d[h]}return this.hydrator=u,this.hydrate}catch(d){return this.handleHydrationError(d),()=>{}}},e,this)}catch(n){this.handleHydrationError(n)}}attributeChangedCallback(){this.hydrate()}}l(f,"observedAttributes",["props"]),customElements.get("astro-island")||customElements.define("astro-island",f)}})();`;
    astro_island_prebuilt_dev_default = `(()=>{var g=Object.defineProperty;var w=(c,s,d)=>s in c?g(c,s,{enumerable:!0,configurable:!0,writable:!0,value:d}):c[s]=d;var l=(c,s,d)=>w(c,typeof s!="symbol"?s+"":s,d);var E=new Set(["__proto__","constructor","prototype"]);{let c={0:t=>y(t),1:t=>d(t),2:t=>new RegExp(t),3:t=>new Date(t),4:t=>new Map(d(t)),5:t=>new Set(d(t)),6:t=>BigInt(t),7:t=>new URL(t),8:t=>new Uint8Array(t),9:t=>new Uint16Array(t),10:t=>new Uint32Array(t),11:t=>Number.POSITIVE_INFINITY*t},s=t=>{let[p,e]=t;return p in c?c[p](e):void 0},d=t=>t.map(s),y=t=>typeof t!="object"||t===null?t:Object.fromEntries(Object.entries(t).map(([p,e])=>[p,s(e)]));class f extends HTMLElement{constructor(){super(...arguments);l(this,"Component");l(this,"hydrator");l(this,"hydrate",async()=>{var b;if(!this.hydrator||!this.isConnected)return;let e=(b=this.parentElement)==null?void 0:b.closest("astro-island[ssr]");if(e){e.addEventListener("astro:hydrate",this.hydrate,{once:!0});return}let r=this.querySelectorAll("astro-slot"),n={},h=this.querySelectorAll("template[data-astro-template]");for(let o of h){let a=o.closest(this.tagName);a!=null&&a.isSameNode(this)&&(n[o.getAttribute("data-astro-template")||"default"]=o.innerHTML,o.remove())}for(let o of r){let a=o.closest(this.tagName);a!=null&&a.isSameNode(this)&&(n[o.getAttribute("name")||"default"]=o.innerHTML)}let m;try{m=this.hasAttribute("props")?y(JSON.parse(this.getAttribute("props"))):{}}catch(o){let a=this.getAttribute("component-url")||"<unknown>",v=this.getAttribute("component-export");throw v&&(a+=\` (export \${v})\`),console.error(\`[hydrate] Error parsing props for component \${a}\`,this.getAttribute("props"),o),o}let i,u=this.hydrator(this);i=performance.now(),await u(this.Component,m,n,{client:this.getAttribute("client")}),i&&this.setAttribute("client-render-time",(performance.now()-i).toString()),this.removeAttribute("ssr"),this.dispatchEvent(new CustomEvent("astro:hydrate"))});l(this,"unmount",()=>{this.isConnected||this.dispatchEvent(new CustomEvent("astro:unmount"))})}disconnectedCallback(){document.removeEventListener("astro:after-swap",this.unmount),document.addEventListener("astro:after-swap",this.unmount,{once:!0})}connectedCallback(){if(!this.hasAttribute("await-children")||document.readyState==="interactive"||document.readyState==="complete")this.childrenConnectedCallback();else{let e=()=>{document.removeEventListener("DOMContentLoaded",e),r.disconnect(),this.childrenConnectedCallback()},r=new MutationObserver(()=>{var n;((n=this.lastChild)==null?void 0:n.nodeType)===Node.COMMENT_NODE&&this.lastChild.nodeValue==="astro:end"&&(this.lastChild.remove(),e())});r.observe(this,{childList:!0}),document.addEventListener("DOMContentLoaded",e)}}async childrenConnectedCallback(){let e=this.getAttribute("before-hydration-url");e&&await import(e),this.start()}getRetryImportUrl(e){let r=new URL(e,document.baseURI);return r.searchParams.set("astro-retry",Date.now().toString()),r.toString()}async importWithRetry(e){try{return await import(e)}catch(r){return await new Promise(n=>setTimeout(n,1e3)),import(this.getRetryImportUrl(e))}}handleHydrationError(e){let r=this.getAttribute("component-url"),n=new CustomEvent("astro:hydration-error",{cancelable:!0,bubbles:!0,composed:!0,detail:{error:e,componentUrl:r}});this.dispatchEvent(n)&&console.error(\`[astro-island] Error hydrating \${r}\`,e)}async start(){let e=JSON.parse(this.getAttribute("opts")),r=this.getAttribute("client");if(Astro[r]===void 0){window.addEventListener(\`astro:\${r}\`,()=>this.start(),{once:!0});return}try{await Astro[r](async()=>{let n=this.getAttribute("renderer-url");try{let[h,{default:m}]=await Promise.all([this.importWithRetry(this.getAttribute("component-url")),n?this.importWithRetry(n):Promise.resolve({default:()=>()=>{}})]),i=this.getAttribute("component-export")||"default";if(i.includes(".")){this.Component=h;for(let u of i.split(".")){if(E.has(u)||!this.Component||typeof this.Component!="object"&&typeof this.Component!="function"||!Object.hasOwn(this.Component,u))throw new Error(\`Invalid component export path: \${i}\`);this.Component=this.Component[u]}}else{if(E.has(i))throw new Error(\`Invalid component export path: \${i}\`);this.Component=h[i]}return this.hydrator=m,this.hydrate}catch(h){return this.handleHydrationError(h),()=>{}}},e,this)}catch(n){this.handleHydrationError(n)}}attributeChangedCallback(){this.hydrate()}}l(f,"observedAttributes",["props"]),customElements.get("astro-island")||customElements.define("astro-island",f)}})();`;
    ISLAND_STYLES = "astro-island,astro-slot,astro-static-slot{display:contents}";
    RenderInstructionSymbol = /* @__PURE__ */ Symbol.for("astro:render");
    voidElementNames = /^(area|base|br|col|command|embed|hr|img|input|keygen|link|meta|param|source|track|wbr)$/i;
    htmlBooleanAttributes = /^(?:allowfullscreen|async|autofocus|autoplay|checked|controls|default|defer|disabled|disablepictureinpicture|disableremoteplayback|formnovalidate|inert|loop|muted|nomodule|novalidate|open|playsinline|readonly|required|reversed|scoped|seamless|selected|itemscope)$/i;
    AMPERSAND_REGEX = /&/g;
    DOUBLE_QUOTE_REGEX = /"/g;
    STATIC_DIRECTIVES = /* @__PURE__ */ new Set(["set:html", "set:text"]);
    INVALID_ATTR_NAME_CHAR = /[\s"'>/=]/;
    toIdent = (k) => k.trim().replace(/(?!^)\b\w|\s+|\W+/g, (match, index) => {
      if (/\W/.test(match)) return "";
      return index === 0 ? match : match.toUpperCase();
    });
    toAttributeString = (value, shouldEscape = true) => {
      if (!shouldEscape) return value;
      const str = String(value);
      if (!str.includes("&") && !str.includes('"')) return str;
      return str.replace(AMPERSAND_REGEX, "&amp;").replace(DOUBLE_QUOTE_REGEX, "&quot;");
    };
    kebab = (k) => k.toLowerCase() === k ? k : k.replace(/[A-Z]/g, (match) => `-${match.toLowerCase()}`);
    toStyleString = (obj) => {
      let output = "";
      for (const key of Object.keys(obj)) {
        const value = obj[key];
        if (!(typeof value === "string" && value.trim() || typeof value === "number")) continue;
        if (output) output += ";";
        output += key[0] !== "-" && key[1] !== "-" ? `${kebab(key)}:${value}` : `${key}:${value}`;
      }
      return output;
    };
    ATTRIBUTE_KIND = {
      ORDINARY: 0,
      INVALID_NAME: 1,
      STATIC_DIRECTIVE: 2,
      CLASS_LIST: 3,
      STYLE: 4,
      CLASS_NAME: 5,
      BOOLEAN: 6,
      BOOLEAN_IF_BOOLEAN: 7
    };
    noop = () => {
    };
    BufferedRenderer = class {
      chunks = [];
      renderPromise;
      destination;
      /**
      * Determines whether buffer has been flushed
      * to the final destination.
      */
      flushed = false;
      constructor(destination, renderFunction) {
        this.destination = destination;
        this.renderPromise = renderFunction(this);
        if (isPromise(this.renderPromise)) Promise.resolve(this.renderPromise).catch(noop);
      }
      write(chunk) {
        if (this.flushed) this.destination.write(chunk);
        else this.chunks.push(chunk);
      }
      flush() {
        if (this.flushed) throw new Error("The render buffer has already been flushed.");
        this.flushed = true;
        for (const chunk of this.chunks) this.destination.write(chunk);
        return this.renderPromise;
      }
    };
    isNode = typeof process !== "undefined" && Object.prototype.toString.call(process) === "[object process]";
    isDeno = typeof Deno !== "undefined";
    isWorkerd = typeof navigator !== "undefined" && navigator.userAgent === "Cloudflare-Workers";
    HEAD_INSTRUCTION = Object.freeze(createRenderInstruction({ type: "head" }));
    MAYBE_HEAD_INSTRUCTION = Object.freeze(createRenderInstruction({ type: "maybe-head" }));
    SERVER_ISLAND_START = "[if astro]>server-island-start<![endif]";
    renderTemplateResultSym = /* @__PURE__ */ Symbol.for("astro.renderTemplateResult");
    markedHtmlParts = /* @__PURE__ */ new WeakMap();
    RenderTemplateResult = class {
      [renderTemplateResultSym] = true;
      htmlParts;
      expressions;
      error;
      wrapped;
      constructor(htmlParts, expressions) {
        this.htmlParts = htmlParts;
        this.error = void 0;
        this.expressions = expressions;
      }
      catchExpressionError(index, expression) {
        if (this.wrapped?.has(index)) return expression;
        const wrapped = Promise.resolve(expression).catch((err) => {
          if (!this.error) {
            this.error = err;
            throw err;
          }
        });
        (this.wrapped ??= /* @__PURE__ */ new Set()).add(index);
        this.expressions[index] = wrapped;
        return wrapped;
      }
      render(destination) {
        const { expressions } = this;
        const htmlParts = markHtmlParts(this.htmlParts);
        for (let i2 = 0; i2 < htmlParts.length; i2++) {
          const html = htmlParts[i2];
          if (html) destination.write(html);
          if (i2 >= expressions.length) break;
          let exp = expressions[i2];
          if (!(exp || exp === 0)) continue;
          if (isPromise(exp)) exp = this.catchExpressionError(i2, exp);
          const result = renderChild(destination, exp);
          if (isPromise(result)) {
            const startIdx = i2 + 1;
            const remaining = expressions.length - startIdx;
            const flushers = new Array(remaining);
            for (let j = 0; j < remaining; j++) {
              let rExp = expressions[startIdx + j];
              if (isPromise(rExp)) rExp = this.catchExpressionError(startIdx + j, rExp);
              flushers[j] = createBufferedRenderer(destination, (bufferDestination) => {
                if (rExp || rExp === 0) return renderChild(bufferDestination, rExp);
              });
            }
            return result.then(() => {
              let k = 0;
              const iterate = () => {
                while (k < flushers.length) {
                  const rHtml = htmlParts[startIdx + k];
                  if (rHtml) destination.write(rHtml);
                  const flushResult = flushers[k++].flush();
                  if (isPromise(flushResult)) return flushResult.then(iterate);
                }
                const lastHtml = htmlParts[htmlParts.length - 1];
                if (lastHtml) destination.write(lastHtml);
              };
              return iterate();
            });
          }
        }
      }
    };
    slotString = /* @__PURE__ */ Symbol.for("astro:slot-string");
    SlotString = class extends HTMLString {
      instructions;
      /**
      * The slot's content as an ordered stream. Unlike `instructions` (which holds
      * position-independent instructions like head/hydration content), scripts are
      * kept inline here so they render at their original position instead of being
      * hoisted to the start of the slot output.
      */
      chunks;
      [slotString];
      constructor(content, instructions, chunks = []) {
        super(content);
        this.instructions = instructions;
        this.chunks = chunks;
        this[slotString] = true;
      }
    };
    SlotRenderInstance = class {
      result;
      slotted;
      constructor(result, slotted) {
        this.result = result;
        this.slotted = slotted;
      }
      /** Must be called at most once per instance. */
      evaluate() {
        const { slotted } = this;
        return typeof slotted === "function" ? slotted(this.result) : slotted;
      }
      render(destination) {
        return renderChild(destination, this.evaluate());
      }
    };
    internalProps = /* @__PURE__ */ new Set([
      "server:component-path",
      "server:component-export",
      "server:component-directive",
      "server:defer"
    ]);
    ServerIslandComponent = class {
      result;
      props;
      slots;
      displayName;
      hostId;
      islandContent;
      componentPath;
      componentExport;
      componentId;
      constructor(result, props, slots, displayName) {
        this.result = result;
        this.props = props;
        this.slots = slots;
        this.displayName = displayName;
      }
      async init() {
        const content = await this.getIslandContent();
        if (this.result.cspDestination) {
          this.result._metadata.extraScriptHashes.push(await generateCspDigest(SERVER_ISLAND_REPLACER, this.result.cspAlgorithm));
          const contentDigest = await generateCspDigest(content, this.result.cspAlgorithm);
          this.result._metadata.extraScriptHashes.push(contentDigest);
        }
        return createThinHead();
      }
      async render(destination) {
        const hostId = await this.getHostId();
        const islandContent = await this.getIslandContent();
        destination.write(createRenderInstruction({ type: "server-island-runtime" }));
        destination.write(`<!--${SERVER_ISLAND_START}-->`);
        for (const name in this.slots) if (name === "fallback") await renderChild(destination, this.slots.fallback(this.result));
        destination.write(`<script type="module" data-astro-rerun data-island-id="${hostId}">${islandContent}</script>`);
      }
      getComponentPath() {
        if (this.componentPath) return this.componentPath;
        const componentPath = this.props["server:component-path"];
        if (!componentPath) throw new Error(`Could not find server component path`);
        this.componentPath = componentPath;
        return componentPath;
      }
      getComponentExport() {
        if (this.componentExport) return this.componentExport;
        const componentExport = this.props["server:component-export"];
        if (!componentExport) throw new Error(`Could not find server component export`);
        this.componentExport = componentExport;
        return componentExport;
      }
      async getHostId() {
        if (!this.hostId) this.hostId = await crypto.randomUUID();
        return this.hostId;
      }
      async getIslandContent() {
        if (this.islandContent) return this.islandContent;
        const componentPath = this.getComponentPath();
        const componentExport = this.getComponentExport();
        let componentId = (await this.result.getServerIslandNameMap()).get(componentPath);
        if (!componentId) throw new Error(`Could not find server component name ${componentPath}`);
        for (const key2 of Object.keys(this.props)) if (internalProps.has(key2)) delete this.props[key2];
        const renderedSlots = {};
        for (const name in this.slots) if (name !== "fallback") {
          const content = await renderSlotToString(this.result, this.slots[name]);
          const slotContent = content;
          let slotHtml = "";
          if (slotContent.chunks?.length) for (const part of slotContent.chunks) slotHtml += typeof part === "string" ? part : part.content;
          else slotHtml = content.toString();
          renderedSlots[name] = slotHtml;
        }
        const key = await this.result.key;
        const componentExportEncrypted = await encryptString(key, componentExport, `export:${componentId}`);
        const propsEncrypted = Object.keys(this.props).length === 0 ? "" : await encryptString(key, JSON.stringify(this.props), `props:${componentId}`);
        const slotsEncrypted = Object.keys(renderedSlots).length === 0 ? "" : await encryptString(key, JSON.stringify(renderedSlots), `slots:${componentId}`);
        const hostId = await this.getHostId();
        const slash2 = this.result.base.endsWith("/") ? "" : "/";
        let serverIslandUrl = `${this.result.base}${slash2}_server-islands/${componentId}${this.result.trailingSlash === "always" ? "/" : ""}`;
        const potentialSearchParams = createSearchParams(componentExportEncrypted, propsEncrypted, slotsEncrypted);
        const useGETRequest = isWithinURLLimit(serverIslandUrl, potentialSearchParams);
        if (useGETRequest) {
          serverIslandUrl += "?" + potentialSearchParams.toString();
          this.result._metadata.extraHead.push(markHTMLString(`<link rel="preload" as="fetch" href="${toAttributeString(serverIslandUrl)}" crossorigin="anonymous">`));
        }
        const headersJson = stringifyForScript(this.result.internalFetchHeaders || {});
        const serverIslandUrlJson = stringifyForScript(serverIslandUrl);
        const method = useGETRequest ? `const headers = new Headers(${headersJson});
let response = await fetch(${serverIslandUrlJson}, { headers });` : `let data = {
	encryptedComponentExport: ${stringifyForScript(componentExportEncrypted)},
	encryptedProps: ${stringifyForScript(propsEncrypted)},
	encryptedSlots: ${stringifyForScript(slotsEncrypted)},
};
const headers = new Headers({ 'Content-Type': 'application/json', ...${headersJson} });
let response = await fetch(${serverIslandUrlJson}, {
	method: 'POST',
	body: JSON.stringify(data),
	headers,
});`;
        this.islandContent = `${method}replaceServerIsland(${stringifyForScript(hostId)}, response);`;
        return this.islandContent;
      }
    };
    renderServerIslandRuntime = () => {
      return `<script>${SERVER_ISLAND_REPLACER}</script>`;
    };
    SERVER_ISLAND_REPLACER = markHTMLString(`async function replaceServerIsland(id, r) {
	let s = document.querySelector(\`script[data-island-id="\${id}"]\`);
	// If there's no matching script, or the request fails then return
	if (!s || r.status !== 200 || r.headers.get('content-type')?.split(';')[0].trim() !== 'text/html') return;
	// Load the HTML before modifying the DOM in case of errors
	let html = await r.text();
	// Remove any placeholder content before the island script
	while (s.previousSibling && s.previousSibling.nodeType !== 8 && s.previousSibling.data !== '${SERVER_ISLAND_START}')
		s.previousSibling.remove();
	s.previousSibling?.remove();
	// Insert the new HTML
	s.before(document.createRange().createContextualFragment(html));
	// Remove the script. Prior to v5.4.2, this was the trick to force rerun of scripts.  Keeping it to minimize change to the existing behavior.
	s.remove();
}`.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("//")).join(" "));
    Fragment = /* @__PURE__ */ Symbol.for("astro:fragment");
    Renderer = /* @__PURE__ */ Symbol.for("astro:renderer");
    encoder = new TextEncoder();
    decoder = new TextDecoder();
    astroComponentInstanceSym = /* @__PURE__ */ Symbol.for("astro.componentInstance");
    CLIENT_DIRECTIVE_PREFIX = "client:";
    AstroComponentInstance = class {
      [astroComponentInstanceSym] = true;
      result;
      props;
      slotValues;
      factory;
      returnValue;
      constructor(result, props, slots, factory) {
        this.result = result;
        this.props = props;
        this.factory = factory;
        this.slotValues = slots;
        for (const name in slots) {
          if (this.slotValues === slots) this.slotValues = {};
          let didRender = false;
          let value = slots[name](result);
          if (result._metadata.routeHasPropagation && isPromise(value)) result._metadata.pendingSlotEvaluations.push(value);
          this.slotValues[name] = () => {
            if (!didRender) {
              didRender = true;
              return value;
            }
            return slots[name](result);
          };
        }
      }
      init(result) {
        if (this.returnValue !== void 0) return this.returnValue;
        this.returnValue = this.factory(result, this.props, this.slotValues);
        if (isPromise(this.returnValue)) this.returnValue.then((resolved) => {
          this.returnValue = resolved;
        }).catch(() => {
        });
        return this.returnValue;
      }
      render(destination) {
        const returnValue = this.init(this.result);
        if (isPromise(returnValue)) return returnValue.then((x) => this.renderImpl(destination, x));
        return this.renderImpl(destination, returnValue);
      }
      renderImpl(destination, returnValue) {
        if (isHeadAndContent(returnValue)) return returnValue.content.render(destination);
        else return renderChild(destination, returnValue);
      }
    };
    ClientOnlyPlaceholder$1 = "astro-client-only";
    TemplateFrame = class {
      /** The RenderTemplateResult this frame walks. */
      templateResult;
      /** Resume position: the next `htmlParts`/`expressions` index to process. */
      cursor;
      constructor(templateResult) {
        this.templateResult = templateResult;
        this.cursor = 0;
      }
      storeCursor(index) {
        this.cursor = index;
      }
    };
    StreamingRenderState = class {
      pendingStaticOutput = "";
      isBuffering = false;
      bufferedStaticOutput = "";
      appendStatic(output) {
        if (!output) return;
        if (this.isBuffering) this.bufferedStaticOutput += output;
        else this.pendingStaticOutput += output;
      }
    };
    DOCTYPE_EXP = /<!doctype html/i;
    needsHeadRenderingSymbol = /* @__PURE__ */ Symbol.for("astro.needsHeadRendering");
    rendererAliases = /* @__PURE__ */ new Map([["solid", "solid-js"]]);
    clientOnlyValues = /* @__PURE__ */ new Set([
      "solid-js",
      "react",
      "preact",
      "vue",
      "svelte"
    ]);
    ASTRO_SLOT_EXP = /<\/?astro-slot\b[^>]*>/g;
    ASTRO_STATIC_SLOT_EXP = /<\/?astro-static-slot\b[^>]*>/g;
    ClientOnlyPlaceholder = "astro-client-only";
    hasTriedRenderComponentSymbol = /* @__PURE__ */ Symbol("hasTriedRenderComponent");
    TEMPLATE_ENTER = Object.freeze(createRenderInstruction({ type: "template-enter" }));
    TEMPLATE_EXIT = Object.freeze(createRenderInstruction({ type: "template-exit" }));
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".split("").reduce((v, c) => (v[c.charCodeAt(0)] = c, v), []);
    "-0123456789_".split("").reduce((v, c) => (v[c.charCodeAt(0)] = c, v), []);
  }
});

// server/chunks/remote.mjs
function appendForwardSlash(path) {
  return path.endsWith("/") ? path : path + "/";
}
function prependForwardSlash(path) {
  return path[0] === "/" ? path : "/" + path;
}
function collapseDuplicateLeadingSlashes(path) {
  if (!path) return path;
  return path.replace(MANY_LEADING_SLASHES, "/");
}
function collapseDuplicateSlashes(path) {
  if (!path) return path;
  return path.replace(MANY_SLASHES, "/");
}
function collapseDuplicateTrailingSlashes(path, trailingSlash) {
  if (!path) return path;
  return path.replace(MANY_TRAILING_SLASHES, trailingSlash ? "/" : "") || "/";
}
function removeTrailingForwardSlash(path) {
  return path.endsWith("/") ? path.slice(0, path.length - 1) : path;
}
function removeLeadingForwardSlash(path) {
  return path.startsWith("/") ? path.substring(1) : path;
}
function trimSlashes(path) {
  return path.replace(/^\/|\/$/g, "");
}
function isString(path) {
  return typeof path === "string" || path instanceof String;
}
function isInternalPath(path) {
  const prefix = path.slice(0, 2).replace(/\\/g, "/");
  return INTERNAL_PREFIXES.has(prefix) && !JUST_SLASHES.test(path);
}
function joinPaths(...paths) {
  return paths.filter(isString).map((path, i2) => {
    if (i2 === 0) return removeTrailingForwardSlash(path);
    else if (i2 === paths.length - 1) return removeLeadingForwardSlash(path);
    else return trimSlashes(path);
  }).join("/");
}
function removeQueryString(path) {
  const index = path.lastIndexOf("?");
  return index > 0 ? path.substring(0, index) : path;
}
function isRemotePath(src) {
  if (!src) return false;
  const trimmed = src.trim();
  if (!trimmed) return false;
  let decoded = trimmed;
  let previousDecoded = "";
  let maxIterations = 10;
  while (decoded !== previousDecoded && maxIterations > 0) {
    previousDecoded = decoded;
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      break;
    }
    maxIterations--;
  }
  if (/^[a-zA-Z]:/.test(decoded)) return false;
  if (decoded[0] === "/" && /^\/[\w.@-]/.test(decoded)) return false;
  if (decoded[0] === "\\") return true;
  if (decoded.startsWith("//")) return true;
  try {
    const url = new URL(decoded, "http://n");
    if (url.username || url.password) return true;
    if (decoded.includes("@") && !url.pathname.includes("@") && !url.search.includes("@")) return true;
    if (url.origin !== "http://n") {
      if (url.protocol.toLowerCase() === "file:") return false;
      return true;
    }
    if (URL.canParse(decoded)) return true;
    return false;
  } catch {
    return true;
  }
}
function slash(path) {
  return path.replace(/\\/g, "/");
}
function fileExtension(path) {
  const ext = path.split(".").pop();
  return ext !== path ? `.${ext}` : "";
}
function stripRequestBase(pathname, base) {
  pathname = collapseDuplicateLeadingSlashes(pathname);
  const baseWithoutTrailingSlash = removeTrailingForwardSlash(base);
  if (pathname === baseWithoutTrailingSlash) return "/";
  if (pathname.startsWith(baseWithoutTrailingSlash + "/")) return pathname.slice(baseWithoutTrailingSlash.length);
  return pathname;
}
function hasFileExtension(path) {
  return WITH_FILE_EXT.test(path);
}
function matchPattern(url, remotePattern) {
  return matchProtocol(url, remotePattern.protocol) && matchHostname(url, remotePattern.hostname, true) && matchPort(url, remotePattern.port) && matchPathname(url, remotePattern.pathname, true);
}
function matchPort(url, port) {
  return !port || port === url.port;
}
function matchProtocol(url, protocol) {
  return !protocol || protocol === url.protocol.slice(0, -1);
}
function matchHostname(url, hostname, allowWildcard = false) {
  if (!hostname) return true;
  else if (!allowWildcard || !hostname.startsWith("*")) return hostname === url.hostname;
  else if (hostname.startsWith("**.")) {
    const slicedHostname = hostname.slice(2);
    return slicedHostname !== url.hostname && url.hostname.endsWith(slicedHostname);
  } else if (hostname.startsWith("*.")) {
    const slicedHostname = hostname.slice(1);
    if (!url.hostname.endsWith(slicedHostname)) return false;
    const subdomainWithDot = url.hostname.slice(0, -(slicedHostname.length - 1));
    return subdomainWithDot.endsWith(".") && !subdomainWithDot.slice(0, -1).includes(".");
  }
  return false;
}
function matchPathname(url, pathname, allowWildcard = false) {
  if (!pathname) return true;
  else if (!allowWildcard || !pathname.endsWith("*")) return pathname === url.pathname;
  else if (pathname.endsWith("/**")) {
    const slicedPathname = pathname.slice(0, -2);
    return slicedPathname !== url.pathname && url.pathname.startsWith(slicedPathname);
  } else if (pathname.endsWith("/*")) {
    const slicedPathname = pathname.slice(0, -1);
    if (!url.pathname.startsWith(slicedPathname)) return false;
    return url.pathname.slice(slicedPathname.length).split("/").filter(Boolean).length === 1;
  }
  return false;
}
function isRemoteAllowed(src, { domains, remotePatterns }) {
  if (!URL.canParse(src)) return false;
  const url = new URL(src);
  if (![
    "http:",
    "https:",
    "data:"
  ].includes(url.protocol)) return false;
  return domains.some((domain) => matchHostname(url, domain)) || remotePatterns.some((remotePattern) => matchPattern(url, remotePattern));
}
var MANY_LEADING_SLASHES, MANY_SLASHES, MANY_TRAILING_SLASHES, INTERNAL_PREFIXES, JUST_SLASHES, WITH_FILE_EXT;
var init_remote = __esm({
  "server/chunks/remote.mjs"() {
    "use strict";
    MANY_LEADING_SLASHES = /^\/{2,}/;
    MANY_SLASHES = /\/{2,}/g;
    MANY_TRAILING_SLASHES = /\/{2,}$/g;
    INTERNAL_PREFIXES = /* @__PURE__ */ new Set([
      "/_",
      "/@",
      "/.",
      "//"
    ]);
    JUST_SLASHES = /^\/{2,}$/;
    WITH_FILE_EXT = /\/[^/]+\.\w+$/;
  }
});

// server/chunks/console.mjs
function log(opts, level2, label, message, newLine = true) {
  const logLevel = opts.level;
  const dest = opts.destination;
  const event = {
    label,
    level: level2,
    message,
    newLine
  };
  if (!isLogLevelEnabled(logLevel, level2)) return;
  dest.write(event);
}
function isLogLevelEnabled(configuredLogLevel, level2) {
  return levels[configuredLogLevel] <= levels[level2];
}
function info(opts, label, message, newLine = true) {
  return log(opts, "info", label, message, newLine);
}
function warn(opts, label, message, newLine = true) {
  return log(opts, "warn", label, message, newLine);
}
function error2(opts, label, message, newLine = true) {
  return log(opts, "error", label, message, newLine);
}
function debug(...args) {
  if ("_astroGlobalDebug" in globalThis) globalThis._astroGlobalDebug(...args);
}
function getEventPrefix({ level: level2, label }) {
  const timestamp = `${dateTimeFormat.format(/* @__PURE__ */ new Date())}`;
  const prefix = [];
  if (level2 === "error" || level2 === "warn") {
    prefix.push(s.bold(timestamp));
    prefix.push(`[${level2.toUpperCase()}]`);
  } else prefix.push(timestamp);
  if (label) prefix.push(`[${label}]`);
  if (level2 === "error") return s.red(prefix.join(" "));
  if (level2 === "warn") return s.yellow(prefix.join(" "));
  if (prefix.length === 1) return s.dim(prefix[0]);
  return s.dim(prefix[0]) + " " + s.blue(prefix.splice(1).join(" "));
}
function astroToRuntimeLogger(logger) {
  return {
    info(msg) {
      logger.info(null, msg);
    },
    warn(msg) {
      logger.warn(null, msg);
    },
    error(msg) {
      logger.error(null, msg);
    }
  };
}
function matchesLevel(messageLevel, configuredLevel) {
  return levels[messageLevel] >= levels[configuredLevel];
}
function consoleLogDestination(config2 = {}) {
  const { level: level2 = "info" } = config2;
  return { write(event) {
    let dest = console.error;
    if (levels[event.level] < levels["error"]) dest = console.info;
    if (!matchesLevel(event.level, level2)) return;
    if (event.label === "SKIP_FORMAT") dest(event.message);
    else dest(getEventPrefix(event) + " " + event.message);
  } };
}
function createConsoleLogger({ level: level2 }) {
  return new AstroLogger({
    level: level2,
    destination: consoleLogDestination()
  });
}
var dateTimeFormat, levels, AstroLogger, AstroIntegrationLogger;
var init_console = __esm({
  "server/chunks/console.mjs"() {
    "use strict";
    init_server();
    dateTimeFormat = new Intl.DateTimeFormat([], {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hour12: false
    });
    levels = {
      debug: 20,
      info: 30,
      warn: 40,
      error: 50,
      silent: 90
    };
    AstroLogger = class {
      options;
      constructor(options) {
        this.options = options;
      }
      info(label, message, newLine = true) {
        info(this.options, label, message, newLine);
      }
      warn(label, message, newLine = true) {
        warn(this.options, label, message, newLine);
      }
      error(label, message, newLine = true) {
        error2(this.options, label, message, newLine);
      }
      debug(label, ...messages) {
        debug(label, ...messages);
      }
      level() {
        return this.options.level;
      }
      forkIntegrationLogger(label) {
        return new AstroIntegrationLogger(this.options, label);
      }
      setDestination(destination) {
        this.options.destination = destination;
      }
      /**
      * It calls the `close` function of the provided destination, if it exists.
      */
      close() {
        if (this.options.destination.close) this.options.destination.close();
      }
      /**
      * It calls the `flush` function of the provided destination, if it exists.
      */
      flush() {
        if (this.options.destination.flush) this.options.destination.flush();
      }
    };
    AstroIntegrationLogger = class AstroIntegrationLogger2 {
      options;
      label;
      constructor(logging, label) {
        this.options = logging;
        this.label = label;
      }
      /**
      * Creates a new logger instance with a new label, but the same log options.
      */
      fork(label) {
        return new AstroIntegrationLogger2(this.options, label);
      }
      info(message) {
        info(this.options, this.label, message);
      }
      warn(message) {
        warn(this.options, this.label, message);
      }
      error(message) {
        error2(this.options, this.label, message);
      }
      debug(message) {
        debug(this.label, message);
      }
      /**
      * It calls the `flush` function of the provided destination, if it exists.
      */
      flush() {
        if (this.options.destination.flush) this.options.destination.flush();
      }
      /**
      * It calls the `close` function of the provided destination, if it exists.
      */
      close() {
        if (this.options.destination.close) this.options.destination.close();
      }
    };
  }
});

// server/chunks/compiler.mjs
function validateArgs(args) {
  if (args.length !== 3) return false;
  if (!args[0] || typeof args[0] !== "object") return false;
  return true;
}
function baseCreateComponent(cb, moduleId, propagation) {
  const name = moduleId?.split("/").pop()?.replace(".astro", "") ?? "";
  const fn = (...args) => {
    if (!validateArgs(args)) throw new AstroError({
      ...InvalidComponentArgs,
      message: InvalidComponentArgs.message(name)
    });
    return cb(...args);
  };
  Object.defineProperty(fn, "name", {
    value: name,
    writable: false
  });
  fn.isAstroComponentFactory = true;
  fn.moduleId = moduleId;
  fn.propagation = propagation;
  return fn;
}
function createComponentWithOptions(opts) {
  return baseCreateComponent(opts.factory, opts.moduleId, opts.propagation);
}
function createComponent(arg1, moduleId, propagation) {
  if (typeof arg1 === "function") return baseCreateComponent(arg1, moduleId, propagation);
  else return createComponentWithOptions(arg1);
}
function createError(name) {
  return new AstroError({
    ...UnavailableAstroGlobal,
    message: UnavailableAstroGlobal.message(name)
  });
}
function createAstro(site) {
  return {
    get site() {
      console.warn(`Astro.site inside getStaticPaths is deprecated and will be removed in a future major version of Astro. Use import.meta.env.SITE instead`);
      return site ? new URL(site) : void 0;
    },
    get generator() {
      console.warn(`Astro.generator inside getStaticPaths is deprecated and will be removed in a future major version of Astro.`);
      return ASTRO_GENERATOR;
    },
    get callAction() {
      throw createError("callAction");
    },
    get clientAddress() {
      throw createError("clientAddress");
    },
    get cookies() {
      throw createError("cookies");
    },
    get csp() {
      throw createError("csp");
    },
    get currentLocale() {
      throw createError("currentLocale");
    },
    get getActionResult() {
      throw createError("getActionResult");
    },
    get isPrerendered() {
      throw createError("isPrerendered");
    },
    get locals() {
      throw createError("locals");
    },
    get originPathname() {
      throw createError("originPathname");
    },
    get params() {
      throw createError("params");
    },
    get preferredLocale() {
      throw createError("preferredLocale");
    },
    get preferredLocaleList() {
      throw createError("preferredLocaleList");
    },
    get props() {
      throw createError("props");
    },
    get redirect() {
      throw createError("redirect");
    },
    get request() {
      throw createError("request");
    },
    get response() {
      throw createError("response");
    },
    get rewrite() {
      throw createError("rewrite");
    },
    get routePattern() {
      throw createError("routePattern");
    },
    get self() {
      throw createError("self");
    },
    get slots() {
      throw createError("slots");
    },
    get url() {
      throw createError("url");
    },
    get session() {
      throw createError("session");
    },
    get cache() {
      throw createError("cache");
    },
    get logger() {
      throw createError("logger");
    }
  };
}
var __defProp2, __exportAll;
var init_compiler = __esm({
  "server/chunks/compiler.mjs"() {
    "use strict";
    init_errors();
    init_server();
    __defProp2 = Object.defineProperty;
    __exportAll = (all, no_symbols) => {
      let target = {};
      for (var name in all) __defProp2(target, name, {
        get: all[name],
        enumerable: true
      });
      if (!no_symbols) __defProp2(target, Symbol.toStringTag, { value: "Module" });
      return target;
    };
  }
});

// server/chunks/noop.mjs
var noop_exports = {};
__export(noop_exports, {
  default: () => noop_default
});
var noop_default;
var init_noop = __esm({
  "server/chunks/noop.mjs"() {
    "use strict";
    init_generic_js();
    noop_default = {
      ...baseService,
      propertiesToHash: ["src"],
      async validateOptions(options) {
        if (isESMImportedImage(options.src) && options.src.format === "svg") options.format = "svg";
        else delete options.format;
        verifyOptions(options);
        return options;
      },
      async transform(inputBuffer, transformOptions) {
        return {
          data: inputBuffer,
          format: transformOptions.format
        };
      }
    };
  }
});

// server/chunks/generic@_@js.mjs
var generic_js_exports = {};
__export(generic_js_exports, {
  i: () => isESMImportedImage,
  n: () => baseService,
  page: () => page,
  r: () => verifyOptions,
  t: () => generic___js_exports
});
function isESMImportedImage(src) {
  return typeof src === "object" || typeof src === "function" && "src" in src;
}
function isRemoteImage(src) {
  return typeof src === "string";
}
async function resolveSrc(src) {
  if (typeof src === "object" && "then" in src) {
    const resource = await src;
    return resource.default ?? resource;
  }
  return src;
}
function inferSourceFormat(src) {
  if (src.startsWith(DATA_PREFIX)) {
    const sepIndex = src.indexOf(";");
    const commaIndex = src.indexOf(",");
    const mimeEnd = sepIndex === -1 ? commaIndex : commaIndex === -1 ? sepIndex : Math.min(sepIndex, commaIndex);
    if (mimeEnd === -1) return void 0;
    const mime = src.slice(5, mimeEnd);
    if (mime === "image/svg+xml") return "svg";
    return mime.split("/")[1] || void 0;
  }
  try {
    const cleanSrc = removeQueryString(src).split("#")[0];
    const lastSlash = cleanSrc.lastIndexOf("/");
    const basename = lastSlash === -1 ? cleanSrc : cleanSrc.slice(lastSlash + 1);
    const lastDot = basename.lastIndexOf(".");
    if (lastDot === -1) return void 0;
    return basename.slice(lastDot + 1).toLowerCase();
  } catch {
    return;
  }
}
function resolveDefaultOutputFormat(sourceFormat) {
  return sourceFormat === "svg" ? "svg" : DEFAULT_OUTPUT_FORMAT;
}
function readUInt(input, bits, offset = 0, isBigEndian = false) {
  return methods[`readUInt${bits}${isBigEndian ? "BE" : "LE"}`](input, offset);
}
function readBox(input, offset) {
  if (input.length - offset < MIN_BOX_HEADER) return;
  const boxSize = readUInt32BE(input, offset);
  if (boxSize === 0) return {
    name: toUTF8String(input, offset + 4, offset + 8),
    offset,
    size: input.length - offset
  };
  if (boxSize === 1) return;
  if (boxSize < MIN_BOX_HEADER) return;
  if (input.length - offset < boxSize) return;
  return {
    name: toUTF8String(input, offset + 4, offset + 8),
    offset,
    size: boxSize
  };
}
function findBox(input, boxName, startOffset) {
  let offset = startOffset;
  while (offset < input.length) {
    const box = readBox(input, offset);
    if (!box) break;
    if (box.name === boxName) return box;
    if (box.size < MIN_BOX_HEADER) break;
    const nextOffset = offset + box.size;
    if (nextOffset <= offset) break;
    offset = nextOffset;
  }
}
function getSizeFromOffset(input, offset) {
  const value = input[offset];
  return value === 0 ? 256 : value;
}
function getImageSize$1(input, imageIndex) {
  const offset = SIZE_HEADER$1 + imageIndex * SIZE_IMAGE_ENTRY;
  return {
    height: getSizeFromOffset(input, offset + 1),
    width: getSizeFromOffset(input, offset)
  };
}
function detectType(input, start, end) {
  let hasAvif = false;
  let hasHeic = false;
  let hasHeif = false;
  for (let i2 = start; i2 <= end; i2 += 4) {
    const brand = toUTF8String(input, i2, i2 + 4);
    if (brand === "avif" || brand === "avis") hasAvif = true;
    else if (brand === "heic" || brand === "heix" || brand === "hevc" || brand === "hevx") hasHeic = true;
    else if (brand === "mif1" || brand === "msf1") hasHeif = true;
  }
  if (hasAvif) return "avif";
  if (hasHeic) return "heic";
  if (hasHeif) return "heif";
}
function readImageHeader(input, imageOffset) {
  const imageLengthOffset = imageOffset + ENTRY_LENGTH_OFFSET;
  return [toUTF8String(input, imageOffset, imageLengthOffset), readUInt32BE(input, imageLengthOffset)];
}
function getImageSize(type) {
  const size = ICON_TYPE_SIZE[type];
  return {
    width: size,
    height: size,
    type
  };
}
function isEXIF(input) {
  return toHexString(input, 2, 6) === EXIF_MARKER;
}
function extractSize(input, index) {
  return {
    height: readUInt16BE(input, index),
    width: readUInt16BE(input, index + 2)
  };
}
function extractOrientation(exifBlock, isBigEndian) {
  const idfDirectoryEntries = readUInt(exifBlock, 16, 14, isBigEndian);
  for (let directoryEntryNumber = 0; directoryEntryNumber < idfDirectoryEntries; directoryEntryNumber++) {
    const start = 16 + directoryEntryNumber * IDF_ENTRY_BYTES;
    const end = start + IDF_ENTRY_BYTES;
    if (start > exifBlock.length) return;
    const block = exifBlock.slice(start, end);
    if (readUInt(block, 16, 0, isBigEndian) === 274) {
      if (readUInt(block, 16, 2, isBigEndian) !== 3) return;
      if (readUInt(block, 32, 4, isBigEndian) !== 1) return;
      return readUInt(block, 16, 8, isBigEndian);
    }
  }
}
function validateExifBlock(input, index) {
  const exifBlock = input.slice(APP1_DATA_SIZE_BYTES, index);
  const byteAlign = toHexString(exifBlock, EXIF_HEADER_BYTES, 8);
  const isBigEndian = byteAlign === BIG_ENDIAN_BYTE_ALIGN;
  if (isBigEndian || byteAlign === LITTLE_ENDIAN_BYTE_ALIGN) return extractOrientation(exifBlock, isBigEndian);
}
function validateInput(input, index) {
  if (index > input.length) throw new TypeError("Corrupt JPG, exceeded buffer limits");
}
function calculateImageDimension(reader, isSmallImage) {
  if (isSmallImage) return 8 * (1 + reader.getBits(5));
  const extraBits = [
    9,
    13,
    18,
    30
  ][reader.getBits(2)];
  return 1 + reader.getBits(extraBits);
}
function calculateImageWidth(reader, isSmallImage, widthMode, height) {
  if (isSmallImage && widthMode === 0) return 8 * (1 + reader.getBits(5));
  if (widthMode === 0) return calculateImageDimension(reader, false);
  return Math.floor(height * [
    1,
    1.2,
    4 / 3,
    1.5,
    16 / 9,
    5 / 4,
    2
  ][widthMode - 1]);
}
function extractCodestream(input) {
  const jxlcBox = findBox(input, "jxlc", 0);
  if (jxlcBox && jxlcBox.size >= 8) return input.slice(jxlcBox.offset + 8, jxlcBox.offset + jxlcBox.size);
  const partialStreams = extractPartialStreams(input);
  if (partialStreams.length > 0) return concatenateCodestreams(partialStreams);
}
function extractPartialStreams(input) {
  const partialStreams = [];
  let offset = 0;
  while (offset < input.length) {
    const jxlpBox = findBox(input, "jxlp", offset);
    if (!jxlpBox) break;
    if (jxlpBox.size < 12) break;
    partialStreams.push(input.slice(jxlpBox.offset + 12, jxlpBox.offset + jxlpBox.size));
    const nextOffset = jxlpBox.offset + jxlpBox.size;
    if (nextOffset <= offset) break;
    offset = nextOffset;
  }
  return partialStreams;
}
function concatenateCodestreams(partialCodestreams) {
  const totalLength = partialCodestreams.reduce((acc, curr) => acc + curr.length, 0);
  const codestream = new Uint8Array(totalLength);
  let position = 0;
  for (const partial2 of partialCodestreams) {
    codestream.set(partial2, position);
    position += partial2.length;
  }
  return codestream;
}
function parseLength(len) {
  const m = unitsReg.exec(len);
  if (!m) return;
  return Math.round(Number(m[1]) * (units[m[2]] || 1));
}
function parseViewbox(viewbox) {
  const bounds = viewbox.split(" ");
  return {
    height: parseLength(bounds[3]),
    width: parseLength(bounds[2])
  };
}
function parseAttributes(root) {
  const width = extractorRegExps.width.exec(root);
  const height = extractorRegExps.height.exec(root);
  const viewbox = extractorRegExps.viewbox.exec(root);
  return {
    height: height && parseLength(height[2]),
    viewbox: viewbox && parseViewbox(viewbox[2]),
    width: width && parseLength(width[2])
  };
}
function calculateByDimensions(attrs) {
  return {
    height: attrs.height,
    width: attrs.width
  };
}
function calculateByViewbox(attrs, viewbox) {
  const ratio = viewbox.width / viewbox.height;
  if (attrs.width) return {
    height: Math.floor(attrs.width / ratio),
    width: attrs.width
  };
  if (attrs.height) return {
    height: attrs.height,
    width: Math.floor(attrs.height * ratio)
  };
  return {
    height: viewbox.height,
    width: viewbox.width
  };
}
function readIFD(input, { isBigEndian, isBigTiff }) {
  const ifdOffset = isBigTiff ? Number(readUInt64(input, 8, isBigEndian)) : readUInt(input, 32, 4, isBigEndian);
  const entryCountSize = isBigTiff ? CONSTANTS.COUNT_SIZE.BIG : CONSTANTS.COUNT_SIZE.STANDARD;
  return input.slice(ifdOffset + entryCountSize);
}
function readTagValue(input, type, offset, isBigEndian) {
  switch (type) {
    case CONSTANTS.TYPE.SHORT:
      return readUInt(input, 16, offset, isBigEndian);
    case CONSTANTS.TYPE.LONG:
      return readUInt(input, 32, offset, isBigEndian);
    case CONSTANTS.TYPE.LONG8: {
      const value = Number(readUInt64(input, offset, isBigEndian));
      if (value > Number.MAX_SAFE_INTEGER) throw new TypeError("Value too large");
      return value;
    }
    default:
      return 0;
  }
}
function nextTag(input, isBigTiff) {
  const entrySize = isBigTiff ? CONSTANTS.ENTRY_SIZE.BIG : CONSTANTS.ENTRY_SIZE.STANDARD;
  if (input.length > entrySize) return input.slice(entrySize);
}
function extractTags(input, { isBigEndian, isBigTiff }) {
  const tags = {};
  let temp = input;
  while (temp?.length) {
    const code = readUInt(temp, 16, 0, isBigEndian);
    const type = readUInt(temp, 16, 2, isBigEndian);
    const length = isBigTiff ? Number(readUInt64(temp, 4, isBigEndian)) : readUInt(temp, 32, 4, isBigEndian);
    if (code === 0) break;
    if (length === 1 && (type === CONSTANTS.TYPE.SHORT || type === CONSTANTS.TYPE.LONG || isBigTiff && type === CONSTANTS.TYPE.LONG8)) tags[code] = readTagValue(temp, type, isBigTiff ? 12 : 8, isBigEndian);
    temp = nextTag(temp, isBigTiff);
  }
  return tags;
}
function determineFormat(input) {
  const signature = toUTF8String(input, 0, 2);
  const version2 = readUInt(input, 16, 2, signature === "MM");
  return {
    isBigEndian: signature === "MM",
    isBigTiff: version2 === 43
  };
}
function validateBigTIFFHeader(input, isBigEndian) {
  const byteSize = readUInt(input, 16, 4, isBigEndian);
  const reserved = readUInt(input, 16, 6, isBigEndian);
  if (byteSize !== 8 || reserved !== 0) throw new TypeError("Invalid BigTIFF header");
}
function calculateExtended(input) {
  return {
    height: 1 + readUInt24LE(input, 7),
    width: 1 + readUInt24LE(input, 4)
  };
}
function calculateLossless(input) {
  return {
    height: 1 + ((input[4] & 15) << 10 | input[3] << 2 | (input[2] & 192) >> 6),
    width: 1 + ((input[2] & 63) << 8 | input[1])
  };
}
function calculateLossy(input) {
  return {
    height: readInt16LE(input, 8) & 16383,
    width: readInt16LE(input, 6) & 16383
  };
}
function detector(input) {
  const byte = input[0];
  const type = firstBytes.get(byte);
  if (type && typeHandlers.get(type).validate(input)) return type;
  return types.find((imageType) => typeHandlers.get(imageType).validate(input));
}
function lookup$1(input) {
  const type = detector(input);
  if (typeof type !== "undefined") {
    const size = typeHandlers.get(type).calculate(input);
    if (size !== void 0) {
      size.type = size.type ?? type;
      return size;
    }
  }
  throw new TypeError("unsupported file type: " + type);
}
async function imageMetadata(data, src) {
  let result;
  try {
    result = lookup$1(data);
  } catch {
    throw new AstroError({
      ...NoImageMetadata,
      message: NoImageMetadata.message(src)
    });
  }
  if (result.height == null || result.width == null || !result.type) throw new AstroError({
    ...NoImageMetadata,
    message: NoImageMetadata.message(src)
  });
  const { width, height, type, orientation } = result;
  const isPortrait = (orientation || 0) >= 5;
  return {
    width: isPortrait ? height : width,
    height: isPortrait ? width : height,
    format: type,
    orientation
  };
}
async function fetchWithRedirects(options) {
  const { url, headers, imageConfig: imageConfig2, fetchFn = globalThis.fetch, redirectLimit = 10, onMaxRedirectsExceeded = (_u) => /* @__PURE__ */ new Error("Maximum redirect depth exceeded"), onMissingLocationHeader = (_s, _u) => /* @__PURE__ */ new Error(`Redirect response ${_s} missing Location header`), onDisallowedRedirect = (_current, _target) => /* @__PURE__ */ new Error(`The image at ${_current} redirected to ${_target}, which is not an allowed remote location.`) } = options;
  if (redirectLimit <= 0) throw onMaxRedirectsExceeded(typeof url === "string" ? url : url.toString());
  const urlString = typeof url === "string" ? url : url.toString();
  const res = await fetchFn(new Request(url, { headers }), { redirect: "manual" });
  if ([
    301,
    302,
    303,
    307,
    308
  ].includes(res.status)) {
    const location = res.headers.get("Location");
    if (!location) throw onMissingLocationHeader(res.status, urlString);
    const redirectUrl = new URL(location, urlString).toString();
    if (!isRemoteAllowed(redirectUrl, {
      domains: imageConfig2.domains ?? [],
      remotePatterns: imageConfig2.remotePatterns ?? []
    })) throw onDisallowedRedirect(urlString, redirectUrl);
    return fetchWithRedirects({
      url: redirectUrl,
      headers,
      imageConfig: imageConfig2,
      fetchFn,
      redirectLimit: redirectLimit - 1,
      onMaxRedirectsExceeded,
      onMissingLocationHeader,
      onDisallowedRedirect
    });
  }
  return res;
}
async function inferRemoteSize$1(url, imageConfig2) {
  if (!URL.canParse(url)) throw new AstroError({
    ...FailedToFetchRemoteImageDimensions,
    message: FailedToFetchRemoteImageDimensions.message(url)
  });
  const allowlistConfig = imageConfig2 ? {
    domains: imageConfig2.domains ?? [],
    remotePatterns: imageConfig2.remotePatterns ?? []
  } : void 0;
  if (!allowlistConfig) {
    const parsedUrl = new URL(url);
    if (!["http:", "https:"].includes(parsedUrl.protocol)) throw new AstroError({
      ...FailedToFetchRemoteImageDimensions,
      message: FailedToFetchRemoteImageDimensions.message(url)
    });
  }
  if (allowlistConfig && !isRemoteAllowed(url, allowlistConfig)) throw new AstroError({
    ...RemoteImageNotAllowed,
    message: RemoteImageNotAllowed.message(url)
  });
  let response;
  try {
    response = await fetchWithRedirects({
      url,
      onMaxRedirectsExceeded: (u) => new AstroError({
        ...FailedToFetchRemoteImageDimensions,
        message: FailedToFetchRemoteImageDimensions.message(u)
      }),
      onMissingLocationHeader: (_status, u) => new AstroError({
        ...FailedToFetchRemoteImageDimensions,
        message: FailedToFetchRemoteImageDimensions.message(u)
      }),
      imageConfig: imageConfig2 ?? {
        remotePatterns: [],
        domains: []
      }
    });
  } catch (_err) {
    throw new AstroError({
      ...FailedToFetchRemoteImageDimensions,
      message: FailedToFetchRemoteImageDimensions.message(url)
    });
  }
  if (allowlistConfig && !isRemoteAllowed(response.url, allowlistConfig)) throw new AstroError({
    ...RemoteImageNotAllowed,
    message: RemoteImageNotAllowed.message(url)
  });
  if (!response.body || !response.ok) throw new AstroError({
    ...FailedToFetchRemoteImageDimensions,
    message: FailedToFetchRemoteImageDimensions.message(url)
  });
  const reader = response.body.getReader();
  let done, value;
  let accumulatedChunks = /* @__PURE__ */ new Uint8Array();
  while (!done) {
    const readResult = await reader.read();
    done = readResult.done;
    if (done) break;
    if (readResult.value) {
      value = readResult.value;
      let tmp = new Uint8Array(accumulatedChunks.length + value.length);
      tmp.set(accumulatedChunks, 0);
      tmp.set(value, accumulatedChunks.length);
      accumulatedChunks = tmp;
      try {
        const dimensions = await imageMetadata(accumulatedChunks, url);
        if (dimensions) {
          await reader.cancel();
          return dimensions;
        }
      } catch {
      }
    }
  }
  throw new AstroError({
    ...NoImageMetadata,
    message: NoImageMetadata.message(url)
  });
}
function isLocalService(service) {
  if (!service) return false;
  return "transform" in service;
}
function verifyOptions(options) {
  if (!options.src || !isRemoteImage(options.src) && !isESMImportedImage(options.src)) throw new AstroError({
    ...ExpectedImage,
    message: ExpectedImage.message(JSON.stringify(options.src), typeof options.src, JSON.stringify(options, (_, v) => v === void 0 ? null : v))
  });
  if (!isESMImportedImage(options.src)) {
    if (options.src.startsWith("/@fs/") || !isRemotePath(options.src) && !options.src.startsWith("/")) throw new AstroError({
      ...LocalImageUsedWrongly,
      message: LocalImageUsedWrongly.message(options.src)
    });
    let missingDimension;
    if (!options.width && !options.height) missingDimension = "both";
    else if (!options.width && options.height) missingDimension = "width";
    else if (options.width && !options.height) missingDimension = "height";
    if (missingDimension) throw new AstroError({
      ...MissingImageDimension,
      message: MissingImageDimension.message(missingDimension, options.src)
    });
  } else {
    if (!VALID_SUPPORTED_FORMATS.includes(options.src.format)) throw new AstroError({
      ...UnsupportedImageFormat,
      message: UnsupportedImageFormat.message(options.src.format, options.src.src, VALID_SUPPORTED_FORMATS)
    });
    if (options.widths && options.densities) throw new AstroError(IncompatibleDescriptorOptions);
    if (options.src.format !== "svg" && options.format === "svg") throw new AstroError(UnsupportedImageConversion);
  }
}
function getTargetDimensions(options) {
  let targetWidth = options.width;
  let targetHeight = options.height;
  if (isESMImportedImage(options.src)) {
    const aspectRatio = options.src.width / options.src.height;
    if (targetHeight && !targetWidth) targetWidth = Math.round(targetHeight * aspectRatio);
    else if (targetWidth && !targetHeight) targetHeight = Math.round(targetWidth / aspectRatio);
    else if (!targetWidth && !targetHeight) {
      targetWidth = options.src.width;
      targetHeight = options.src.height;
    }
  }
  return {
    targetWidth,
    targetHeight
  };
}
function isImageMetadata(src) {
  return src.fsPath && !("fsPath" in src);
}
function createPlaceholderURL(pathOrUrl) {
  return new URL(pathOrUrl, PLACEHOLDER_BASE);
}
function stringifyPlaceholderURL(url) {
  return url.href.replace(PLACEHOLDER_BASE, "");
}
async function getConfiguredImageService() {
  if (!globalThis?.astroAsset?.imageService) {
    const { default: service } = await Promise.resolve().then(() => (init_noop(), noop_exports)).catch((e2) => {
      const error3 = new AstroError(InvalidImageService);
      error3.cause = e2;
      throw error3;
    });
    if (!globalThis.astroAsset) globalThis.astroAsset = {};
    globalThis.astroAsset.imageService = service;
    return service;
  }
  return globalThis.astroAsset.imageService;
}
async function getImage$1(options, imageConfig2, logger) {
  if (!options || typeof options !== "object") throw new AstroError({
    ...ExpectedImageOptions,
    message: ExpectedImageOptions.message(JSON.stringify(options))
  });
  if (typeof options.src === "undefined") throw new AstroError({
    ...ExpectedImage,
    message: ExpectedImage.message(options.src, "undefined", JSON.stringify(options))
  });
  if (isImageMetadata(options)) throw new AstroError(ExpectedNotESMImage);
  const service = await getConfiguredImageService();
  const resolvedOptions = {
    ...options,
    src: await resolveSrc(options.src)
  };
  let originalWidth;
  let originalHeight;
  if (resolvedOptions.inferSize) {
    delete resolvedOptions.inferSize;
    if (isRemoteImage(resolvedOptions.src) && isRemotePath(resolvedOptions.src)) {
      if (!isRemoteAllowed(resolvedOptions.src, imageConfig2)) throw new AstroError({
        ...RemoteImageNotAllowed,
        message: RemoteImageNotAllowed.message(resolvedOptions.src)
      });
      const getRemoteSize = (url) => service.getRemoteSize?.(url, imageConfig2, logger) ?? inferRemoteSize$1(url, imageConfig2);
      const result = await getRemoteSize(resolvedOptions.src);
      resolvedOptions.width ??= result.width;
      resolvedOptions.height ??= result.height;
      if (result.format) resolvedOptions.format ??= resolveDefaultOutputFormat(result.format);
      originalWidth = result.width;
      originalHeight = result.height;
    }
  }
  const originalFilePath = isESMImportedImage(resolvedOptions.src) ? resolvedOptions.src.fsPath : void 0;
  const clonedSrc = isESMImportedImage(resolvedOptions.src) ? resolvedOptions.src.clone ?? resolvedOptions.src : resolvedOptions.src;
  if (isESMImportedImage(clonedSrc)) {
    originalWidth = clonedSrc.width;
    originalHeight = clonedSrc.height;
  }
  if (originalWidth && originalHeight) {
    const aspectRatio = originalWidth / originalHeight;
    if (resolvedOptions.height && !resolvedOptions.width) resolvedOptions.width = Math.round(resolvedOptions.height * aspectRatio);
    else if (resolvedOptions.width && !resolvedOptions.height) resolvedOptions.height = Math.round(resolvedOptions.width / aspectRatio);
    else if (!resolvedOptions.width && !resolvedOptions.height) {
      resolvedOptions.width = originalWidth;
      resolvedOptions.height = originalHeight;
    }
  }
  resolvedOptions.src = clonedSrc;
  const layout = options.layout ?? imageConfig2.layout ?? "none";
  if (resolvedOptions.priority) {
    resolvedOptions.loading ??= "eager";
    resolvedOptions.decoding ??= "sync";
    resolvedOptions.fetchpriority ??= "high";
    delete resolvedOptions.priority;
  } else {
    resolvedOptions.loading ??= "lazy";
    resolvedOptions.decoding ??= "async";
    resolvedOptions.fetchpriority ??= void 0;
  }
  if (layout !== "none") {
    resolvedOptions.widths ||= getWidths({
      width: resolvedOptions.width,
      layout,
      originalWidth,
      breakpoints: imageConfig2.breakpoints?.length ? imageConfig2.breakpoints : isLocalService(service) ? LIMITED_RESOLUTIONS : DEFAULT_RESOLUTIONS
    });
    resolvedOptions.sizes ||= getSizesAttribute({
      width: resolvedOptions.width,
      layout
    });
    delete resolvedOptions.densities;
    resolvedOptions["data-astro-image"] = layout;
    if (resolvedOptions.fit && cssFitValues.includes(resolvedOptions.fit)) resolvedOptions["data-astro-image-fit"] = resolvedOptions.fit;
    resolvedOptions["data-astro-image-pos"] = (resolvedOptions.position || "center").replace(/\s+/g, "-");
  }
  const validatedOptions = service.validateOptions ? await service.validateOptions(resolvedOptions, imageConfig2, logger) : resolvedOptions;
  validatedOptions.format ??= await peekRemoteFormatForStaticEmit(validatedOptions, imageConfig2, service, logger);
  const srcSetTransforms = service.getSrcSet ? await service.getSrcSet(validatedOptions, imageConfig2, logger) : [];
  const lazyImageURLFactory = (getValue) => {
    let cached2 = null;
    return () => cached2 ??= getValue();
  };
  const initialImageURL = await service.getURL(validatedOptions, imageConfig2, logger);
  let lazyImageURL = lazyImageURLFactory(() => initialImageURL);
  const matchesValidatedTransform = (transform2) => transform2.width === validatedOptions.width && transform2.height === validatedOptions.height && transform2.format === validatedOptions.format;
  let srcSets = await Promise.all(srcSetTransforms.map(async (srcSet) => {
    return {
      transform: srcSet.transform,
      url: matchesValidatedTransform(srcSet.transform) ? initialImageURL : await service.getURL(srcSet.transform, imageConfig2, logger),
      descriptor: srcSet.descriptor,
      attributes: srcSet.attributes
    };
  }));
  if (isLocalService(service) && globalThis.astroAsset.addStaticImage && !(isRemoteImage(validatedOptions.src) && initialImageURL === validatedOptions.src)) {
    const propsToHash = service.propertiesToHash ?? DEFAULT_HASH_PROPS;
    lazyImageURL = lazyImageURLFactory(() => globalThis.astroAsset.addStaticImage(validatedOptions, propsToHash, originalFilePath));
    srcSets = srcSetTransforms.map((srcSet) => {
      return {
        transform: srcSet.transform,
        url: matchesValidatedTransform(srcSet.transform) ? lazyImageURL() : globalThis.astroAsset.addStaticImage(srcSet.transform, propsToHash, originalFilePath),
        descriptor: srcSet.descriptor,
        attributes: srcSet.attributes
      };
    });
  } else if (imageConfig2.assetQueryParams) {
    const imageURLObj = createPlaceholderURL(initialImageURL);
    imageConfig2.assetQueryParams.forEach((value, key) => {
      imageURLObj.searchParams.set(key, value);
    });
    lazyImageURL = lazyImageURLFactory(() => stringifyPlaceholderURL(imageURLObj));
    srcSets = srcSets.map((srcSet) => {
      const urlObj = createPlaceholderURL(srcSet.url);
      imageConfig2.assetQueryParams.forEach((value, key) => {
        urlObj.searchParams.set(key, value);
      });
      return {
        ...srcSet,
        url: stringifyPlaceholderURL(urlObj)
      };
    });
  }
  return {
    rawOptions: resolvedOptions,
    options: validatedOptions,
    get src() {
      return lazyImageURL();
    },
    srcSet: {
      values: srcSets,
      attribute: srcSets.map((srcSet) => `${srcSet.url} ${srcSet.descriptor}`).join(", ")
    },
    attributes: service.getHTMLAttributes !== void 0 ? await service.getHTMLAttributes(validatedOptions, imageConfig2, logger) : {}
  };
}
async function peekRemoteFormatForStaticEmit(options, imageConfig2, service, logger) {
  if (!isRemoteImage(options.src) || !isRemoteAllowed(options.src, imageConfig2) || !globalThis.astroAsset?.addStaticImage || !isLocalService(service) || !service.getRemoteSize) return;
  try {
    return resolveDefaultOutputFormat((await service.getRemoteSize(options.src, imageConfig2, logger)).format);
  } catch {
    return;
  }
}
function lookup(extn) {
  let tmp = ("" + extn).trim().toLowerCase();
  let idx = tmp.lastIndexOf(".");
  return mimes[!~idx ? tmp : tmp.substring(++idx)];
}
function filterPreloads(data, preload) {
  if (!preload) return null;
  if (preload === true) return data;
  return data.filter(({ weight, style, subset }) => preload.some((p) => {
    if (p.weight !== void 0 && weight !== void 0 && !checkWeight(p.weight.toString(), weight)) return false;
    if (p.style !== void 0 && p.style !== style) return false;
    if (p.subset !== void 0 && p.subset !== subset) return false;
    return true;
  }));
}
function checkWeight(input, target) {
  const trimmedInput = input.trim();
  if (trimmedInput.includes(" ")) return trimmedInput === target;
  if (target.includes(" ")) {
    const [a2, b] = target.split(" ");
    const parsedInput = Number.parseInt(input);
    return parsedInput >= Number.parseInt(a2) && parsedInput <= Number.parseInt(b);
  }
  return input === target;
}
async function loadImage(src, headers, imageConfig2, isRemote, fetchFn) {
  try {
    const res = await fetchWithRedirects({
      url: src,
      headers,
      imageConfig: imageConfig2,
      fetchFn
    });
    if (isRemote && !isRemoteAllowed(res.url, imageConfig2)) return;
    if (!res.ok) return;
    return await res.arrayBuffer();
  } catch {
    return;
  }
}
var level, VALID_SUPPORTED_FORMATS, DEFAULT_OUTPUT_FORMAT, DEFAULT_HASH_PROPS, DEFAULT_RESOLUTIONS, LIMITED_RESOLUTIONS, getWidths, getSizesAttribute, DATA_PREFIX, decoder2, toUTF8String, toHexString, getView, readInt16LE, readUInt16BE, readUInt16LE, readUInt24LE, readInt32LE, readUInt32BE, readUInt32LE, readUInt64, methods, MIN_BOX_HEADER, BMP, TYPE_ICON, SIZE_HEADER$1, SIZE_IMAGE_ENTRY, ICO, TYPE_CURSOR, CUR, DDS, gifRegexp, GIF, brandMap, HEIF, SIZE_HEADER, FILE_LENGTH_OFFSET, MIN_ENTRY_LENGTH, ENTRY_LENGTH_OFFSET, ICON_TYPE_SIZE, ICNS, J2C, JP2, EXIF_MARKER, APP1_DATA_SIZE_BYTES, EXIF_HEADER_BYTES, BIG_ENDIAN_BYTE_ALIGN, LITTLE_ENDIAN_BYTE_ALIGN, IDF_ENTRY_BYTES, JPG, BitReader, JXLStream, JXL, KTX, pngSignature, pngImageHeaderChunkName, pngFriedChunkName, PNG, PNMTypes, handlers, PNM, PSD, svgReg, extractorRegExps, INCH_CM, units, unitsReg, SVG, TGA, CONSTANTS, signatures, TIFF, typeHandlers, types, firstBytes, sortNumeric, baseService, PLACEHOLDER_BASE, cssFitValues, $$Image, mimes, $$Picture, componentDataByCssVariable, $$Font, SsrRuntimeFontFileUrlResolver, _astroLogger, _runtimeLogger, assetQueryParams, imageConfig, inferRemoteSize, getImage, fnv1a52, etag, generic_exports, GET, generic___js_exports, page;
var init_generic_js = __esm({
  "server/chunks/generic@_@js.mjs"() {
    "use strict";
    init_console();
    init_remote();
    init_server();
    init_errors();
    init_compiler();
    level = "error";
    VALID_SUPPORTED_FORMATS = [
      "jpeg",
      "jpg",
      "png",
      "tiff",
      "webp",
      "gif",
      "svg",
      "avif"
    ];
    DEFAULT_OUTPUT_FORMAT = "webp";
    DEFAULT_HASH_PROPS = [
      "src",
      "width",
      "height",
      "format",
      "quality",
      "fit",
      "position",
      "background"
    ];
    DEFAULT_RESOLUTIONS = [
      640,
      750,
      828,
      960,
      1080,
      1280,
      1668,
      1920,
      2048,
      2560,
      3200,
      3840,
      4480,
      5120,
      6016
    ];
    LIMITED_RESOLUTIONS = [
      640,
      750,
      828,
      1080,
      1280,
      1668,
      2048,
      2560
    ];
    getWidths = ({ width, layout, breakpoints = DEFAULT_RESOLUTIONS, originalWidth }) => {
      const smallerThanOriginal = (w) => !originalWidth || w <= originalWidth;
      if (layout === "full-width") return breakpoints.filter(smallerThanOriginal);
      if (!width) return [];
      const doubleWidth = width * 2;
      const maxSize = originalWidth ? Math.min(doubleWidth, originalWidth) : doubleWidth;
      if (layout === "fixed") return originalWidth && width > originalWidth ? [originalWidth] : [width, maxSize];
      if (layout === "constrained") return [
        width,
        doubleWidth,
        ...breakpoints
      ].filter((w) => w <= maxSize).sort((a2, b) => a2 - b);
      return [];
    };
    getSizesAttribute = ({ width, layout }) => {
      if (!width || !layout) return;
      switch (layout) {
        case "constrained":
          return `(min-width: ${width}px) ${width}px, 100vw`;
        case "fixed":
          return `${width}px`;
        case "full-width":
          return `100vw`;
        default:
          return;
      }
    };
    DATA_PREFIX = "data:";
    decoder2 = new TextDecoder();
    toUTF8String = (input, start = 0, end = input.length) => decoder2.decode(input.slice(start, end));
    toHexString = (input, start = 0, end = input.length) => input.slice(start, end).reduce((memo2, i2) => memo2 + `0${i2.toString(16)}`.slice(-2), "");
    getView = (input, offset) => new DataView(input.buffer, input.byteOffset + offset);
    readInt16LE = (input, offset = 0) => getView(input, offset).getInt16(0, true);
    readUInt16BE = (input, offset = 0) => getView(input, offset).getUint16(0, false);
    readUInt16LE = (input, offset = 0) => getView(input, offset).getUint16(0, true);
    readUInt24LE = (input, offset = 0) => {
      const view = getView(input, offset);
      return view.getUint16(0, true) + (view.getUint8(2) << 16);
    };
    readInt32LE = (input, offset = 0) => getView(input, offset).getInt32(0, true);
    readUInt32BE = (input, offset = 0) => getView(input, offset).getUint32(0, false);
    readUInt32LE = (input, offset = 0) => getView(input, offset).getUint32(0, true);
    readUInt64 = (input, offset, isBigEndian) => getView(input, offset).getBigUint64(0, !isBigEndian);
    methods = {
      readUInt16BE,
      readUInt16LE,
      readUInt32BE,
      readUInt32LE
    };
    MIN_BOX_HEADER = 8;
    BMP = {
      validate: (input) => toUTF8String(input, 0, 2) === "BM",
      calculate: (input) => ({
        height: Math.abs(readInt32LE(input, 22)),
        width: readUInt32LE(input, 18)
      })
    };
    TYPE_ICON = 1;
    SIZE_HEADER$1 = 6;
    SIZE_IMAGE_ENTRY = 16;
    ICO = {
      validate(input) {
        const reserved = readUInt16LE(input, 0);
        const imageCount = readUInt16LE(input, 4);
        if (reserved !== 0 || imageCount === 0) return false;
        return readUInt16LE(input, 2) === TYPE_ICON;
      },
      calculate(input) {
        const nbImages = readUInt16LE(input, 4);
        const imageSize = getImageSize$1(input, 0);
        if (nbImages === 1) return imageSize;
        const images = [];
        for (let imageIndex = 0; imageIndex < nbImages; imageIndex += 1) images.push(getImageSize$1(input, imageIndex));
        return {
          width: imageSize.width,
          height: imageSize.height,
          images
        };
      }
    };
    TYPE_CURSOR = 2;
    CUR = {
      validate(input) {
        const reserved = readUInt16LE(input, 0);
        const imageCount = readUInt16LE(input, 4);
        if (reserved !== 0 || imageCount === 0) return false;
        return readUInt16LE(input, 2) === TYPE_CURSOR;
      },
      calculate: (input) => ICO.calculate(input)
    };
    DDS = {
      validate: (input) => readUInt32LE(input, 0) === 542327876,
      calculate: (input) => ({
        height: readUInt32LE(input, 12),
        width: readUInt32LE(input, 16)
      })
    };
    gifRegexp = /^GIF8[79]a/;
    GIF = {
      validate: (input) => gifRegexp.test(toUTF8String(input, 0, 6)),
      calculate: (input) => ({
        height: readUInt16LE(input, 8),
        width: readUInt16LE(input, 6)
      })
    };
    brandMap = {
      avif: "avif",
      avis: "avif",
      mif1: "heif",
      msf1: "heif",
      heic: "heic",
      heix: "heic",
      hevc: "heic",
      hevx: "heic"
    };
    HEIF = {
      validate(input) {
        if (toUTF8String(input, 4, 8) !== "ftyp") return false;
        const ftypBox = findBox(input, "ftyp", 0);
        if (!ftypBox) return false;
        return toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12) in brandMap;
      },
      calculate(input) {
        const metaBox = findBox(input, "meta", 0);
        const iprpBox = metaBox && findBox(input, "iprp", metaBox.offset + 12);
        const ipcoBox = iprpBox && findBox(input, "ipco", iprpBox.offset + 8);
        if (!ipcoBox) throw new TypeError("Invalid HEIF, no ipco box found");
        const type = detectType(input, 8, metaBox.offset);
        const images = [];
        let currentOffset = ipcoBox.offset + 8;
        const ipcoEnd = ipcoBox.offset + ipcoBox.size;
        while (currentOffset < ipcoEnd) {
          const ispeBox = findBox(input, "ispe", currentOffset);
          if (!ispeBox) break;
          if (ispeBox.size < 8) break;
          if (ispeBox.offset + ispeBox.size > ipcoEnd) break;
          const rawWidth = readUInt32BE(input, ispeBox.offset + 12);
          const rawHeight = readUInt32BE(input, ispeBox.offset + 16);
          const clapBox = findBox(input, "clap", currentOffset);
          let width = rawWidth;
          let height = rawHeight;
          if (clapBox && clapBox.offset < ipcoEnd && clapBox.size >= 8) width = rawWidth - readUInt32BE(input, clapBox.offset + 12);
          images.push({
            height,
            width
          });
          const nextOffset = ispeBox.offset + ispeBox.size;
          if (nextOffset <= currentOffset) break;
          currentOffset = nextOffset;
        }
        if (images.length === 0) throw new TypeError("Invalid HEIF, no sizes found");
        return {
          width: images[0].width,
          height: images[0].height,
          type,
          ...images.length > 1 ? { images } : {}
        };
      }
    };
    SIZE_HEADER = 8;
    FILE_LENGTH_OFFSET = 4;
    MIN_ENTRY_LENGTH = 8;
    ENTRY_LENGTH_OFFSET = 4;
    ICON_TYPE_SIZE = {
      ICON: 32,
      "ICN#": 32,
      "icm#": 16,
      icm4: 16,
      icm8: 16,
      "ics#": 16,
      ics4: 16,
      ics8: 16,
      is32: 16,
      s8mk: 16,
      icp4: 16,
      icl4: 32,
      icl8: 32,
      il32: 32,
      l8mk: 32,
      icp5: 32,
      ic11: 32,
      ich4: 48,
      ich8: 48,
      ih32: 48,
      h8mk: 48,
      icp6: 64,
      ic12: 32,
      it32: 128,
      t8mk: 128,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024
    };
    ICNS = {
      validate: (input) => toUTF8String(input, 0, 4) === "icns",
      calculate(input) {
        const inputLength = input.length;
        const fileLength = readUInt32BE(input, FILE_LENGTH_OFFSET);
        let imageOffset = SIZE_HEADER;
        const images = [];
        while (imageOffset < fileLength && imageOffset < inputLength) {
          if (inputLength - imageOffset < MIN_ENTRY_LENGTH) break;
          const imageHeader = readImageHeader(input, imageOffset);
          const entryLength = imageHeader[1];
          if (entryLength < MIN_ENTRY_LENGTH) break;
          const imageSize = getImageSize(imageHeader[0]);
          if (imageSize.width && imageSize.height) images.push(imageSize);
          const nextOffset = imageOffset + entryLength;
          if (nextOffset <= imageOffset) break;
          imageOffset = nextOffset;
        }
        if (images.length === 0) throw new TypeError("Invalid ICNS, no sizes found");
        return {
          width: images[0].width,
          height: images[0].height,
          ...images.length > 1 ? { images } : {}
        };
      }
    };
    J2C = {
      validate: (input) => readUInt32BE(input, 0) === 4283432785,
      calculate: (input) => ({
        height: readUInt32BE(input, 12),
        width: readUInt32BE(input, 8)
      })
    };
    JP2 = {
      validate(input) {
        if (toUTF8String(input, 4, 8) !== "jP  ") return false;
        const ftypBox = findBox(input, "ftyp", 0);
        if (!ftypBox) return false;
        return toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12) === "jp2 ";
      },
      calculate(input) {
        const jp2hBox = findBox(input, "jp2h", 0);
        const ihdrBox = jp2hBox && jp2hBox.size >= 8 && findBox(input, "ihdr", jp2hBox.offset + 8);
        if (ihdrBox && ihdrBox.size >= 8) return {
          height: readUInt32BE(input, ihdrBox.offset + 8),
          width: readUInt32BE(input, ihdrBox.offset + 12)
        };
        throw new TypeError("Unsupported JPEG 2000 format");
      }
    };
    EXIF_MARKER = "45786966";
    APP1_DATA_SIZE_BYTES = 2;
    EXIF_HEADER_BYTES = 6;
    BIG_ENDIAN_BYTE_ALIGN = "4d4d";
    LITTLE_ENDIAN_BYTE_ALIGN = "4949";
    IDF_ENTRY_BYTES = 12;
    JPG = {
      validate: (input) => toHexString(input, 0, 2) === "ffd8",
      calculate(_input) {
        let input = _input.slice(4);
        let orientation;
        let next;
        while (input.length) {
          const i2 = readUInt16BE(input, 0);
          validateInput(input, i2);
          if (input[i2] !== 255) {
            input = input.slice(1);
            continue;
          }
          if (isEXIF(input)) orientation = validateExifBlock(input, i2);
          next = input[i2 + 1];
          if (next === 192 || next === 193 || next === 194) {
            const size = extractSize(input, i2 + 5);
            if (!orientation) return size;
            return {
              height: size.height,
              orientation,
              width: size.width
            };
          }
          input = input.slice(i2 + 2);
        }
        throw new TypeError("Invalid JPG, no size found");
      }
    };
    BitReader = class {
      byteOffset = 2;
      bitOffset = 0;
      input;
      endianness;
      constructor(input, endianness) {
        this.input = input;
        this.endianness = endianness;
      }
      /** Reads a specified number of bits, and move the offset */
      getBits(length = 1) {
        let result = 0;
        let bitsRead = 0;
        while (bitsRead < length) {
          if (this.byteOffset >= this.input.length) throw new Error("Reached end of input");
          const currentByte = this.input[this.byteOffset];
          const bitsLeft = 8 - this.bitOffset;
          const bitsToRead = Math.min(length - bitsRead, bitsLeft);
          if (this.endianness === "little-endian") {
            const mask = (1 << bitsToRead) - 1;
            const bits = currentByte >> this.bitOffset & mask;
            result |= bits << bitsRead;
          } else {
            const bits = (currentByte & (1 << bitsToRead) - 1 << 8 - this.bitOffset - bitsToRead) >> 8 - this.bitOffset - bitsToRead;
            result = result << bitsToRead | bits;
          }
          bitsRead += bitsToRead;
          this.bitOffset += bitsToRead;
          if (this.bitOffset === 8) {
            this.byteOffset++;
            this.bitOffset = 0;
          }
        }
        return result;
      }
    };
    JXLStream = {
      validate: (input) => {
        return toHexString(input, 0, 2) === "ff0a";
      },
      calculate(input) {
        const reader = new BitReader(input, "little-endian");
        const isSmallImage = reader.getBits(1) === 1;
        const height = calculateImageDimension(reader, isSmallImage);
        return {
          width: calculateImageWidth(reader, isSmallImage, reader.getBits(3), height),
          height
        };
      }
    };
    JXL = {
      validate: (input) => {
        if (toUTF8String(input, 4, 8) !== "JXL ") return false;
        const ftypBox = findBox(input, "ftyp", 0);
        if (!ftypBox) return false;
        return toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12) === "jxl ";
      },
      calculate(input) {
        const codestream = extractCodestream(input);
        if (codestream) return JXLStream.calculate(codestream);
        throw new Error("No codestream found in JXL container");
      }
    };
    KTX = {
      validate: (input) => {
        const signature = toUTF8String(input, 1, 7);
        return ["KTX 11", "KTX 20"].includes(signature);
      },
      calculate: (input) => {
        const type = input[5] === 49 ? "ktx" : "ktx2";
        const offset = type === "ktx" ? 36 : 20;
        return {
          height: readUInt32LE(input, offset + 4),
          width: readUInt32LE(input, offset),
          type
        };
      }
    };
    pngSignature = "PNG\r\n\n";
    pngImageHeaderChunkName = "IHDR";
    pngFriedChunkName = "CgBI";
    PNG = {
      validate(input) {
        if (pngSignature === toUTF8String(input, 1, 8)) {
          let chunkName = toUTF8String(input, 12, 16);
          if (chunkName === pngFriedChunkName) chunkName = toUTF8String(input, 28, 32);
          if (chunkName !== pngImageHeaderChunkName) throw new TypeError("Invalid PNG");
          return true;
        }
        return false;
      },
      calculate(input) {
        if (toUTF8String(input, 12, 16) === pngFriedChunkName) return {
          height: readUInt32BE(input, 36),
          width: readUInt32BE(input, 32)
        };
        return {
          height: readUInt32BE(input, 20),
          width: readUInt32BE(input, 16)
        };
      }
    };
    PNMTypes = {
      P1: "pbm/ascii",
      P2: "pgm/ascii",
      P3: "ppm/ascii",
      P4: "pbm",
      P5: "pgm",
      P6: "ppm",
      P7: "pam",
      PF: "pfm"
    };
    handlers = {
      default: (lines) => {
        let dimensions = [];
        while (lines.length > 0) {
          const line = lines.shift();
          if (line[0] === "#") continue;
          dimensions = line.split(" ");
          break;
        }
        if (dimensions.length === 2) return {
          height: Number.parseInt(dimensions[1], 10),
          width: Number.parseInt(dimensions[0], 10)
        };
        throw new TypeError("Invalid PNM");
      },
      pam: (lines) => {
        const size = {};
        while (lines.length > 0) {
          const line = lines.shift();
          if (line.length > 16 || line.charCodeAt(0) > 128) continue;
          const [key, value] = line.split(" ");
          if (key && value) size[key.toLowerCase()] = Number.parseInt(value, 10);
          if (size.height && size.width) break;
        }
        if (size.height && size.width) return {
          height: size.height,
          width: size.width
        };
        throw new TypeError("Invalid PAM");
      }
    };
    PNM = {
      validate: (input) => toUTF8String(input, 0, 2) in PNMTypes,
      calculate(input) {
        const type = PNMTypes[toUTF8String(input, 0, 2)];
        const lines = toUTF8String(input, 3).split(/[\r\n]+/);
        return (handlers[type] || handlers.default)(lines);
      }
    };
    PSD = {
      validate: (input) => toUTF8String(input, 0, 4) === "8BPS",
      calculate: (input) => ({
        height: readUInt32BE(input, 14),
        width: readUInt32BE(input, 18)
      })
    };
    svgReg = /<svg\s([^>"']|"[^"]*"|'[^']*')*>/;
    extractorRegExps = {
      height: /\sheight=(['"])([^%]+?)\1/,
      root: svgReg,
      viewbox: /\sviewBox=(['"])(.+?)\1/i,
      width: /\swidth=(['"])([^%]+?)\1/
    };
    INCH_CM = 2.54;
    units = {
      in: 96,
      cm: 96 / INCH_CM,
      em: 16,
      ex: 8,
      m: 96 / INCH_CM * 100,
      mm: 96 / INCH_CM / 10,
      pc: 96 / 72 / 12,
      pt: 96 / 72,
      px: 1
    };
    unitsReg = new RegExp(`^([0-9.]+(?:e\\d+)?)(${Object.keys(units).join("|")})?$`);
    SVG = {
      validate: (input) => svgReg.test(toUTF8String(input, 0, 1e3)),
      calculate(input) {
        const root = extractorRegExps.root.exec(toUTF8String(input));
        if (root) {
          const attrs = parseAttributes(root[0]);
          if (attrs.width != null && attrs.height != null) return calculateByDimensions(attrs);
          if (attrs.viewbox) return calculateByViewbox(attrs, attrs.viewbox);
        }
        throw new TypeError("Invalid SVG");
      }
    };
    TGA = {
      validate(input) {
        return readUInt16LE(input, 0) === 0 && readUInt16LE(input, 4) === 0;
      },
      calculate(input) {
        return {
          height: readUInt16LE(input, 14),
          width: readUInt16LE(input, 12)
        };
      }
    };
    CONSTANTS = {
      TAG: {
        WIDTH: 256,
        HEIGHT: 257,
        COMPRESSION: 259
      },
      TYPE: {
        SHORT: 3,
        LONG: 4,
        LONG8: 16
      },
      ENTRY_SIZE: {
        STANDARD: 12,
        BIG: 20
      },
      COUNT_SIZE: {
        STANDARD: 2,
        BIG: 8
      }
    };
    signatures = /* @__PURE__ */ new Set([
      "49492a00",
      "4d4d002a",
      "49492b00",
      "4d4d002b"
    ]);
    TIFF = {
      validate: (input) => {
        const signature = toHexString(input, 0, 4);
        return signatures.has(signature);
      },
      calculate(input) {
        const format = determineFormat(input);
        if (format.isBigTiff) validateBigTIFFHeader(input, format.isBigEndian);
        const tags = extractTags(readIFD(input, format), format);
        const info2 = {
          height: tags[CONSTANTS.TAG.HEIGHT],
          width: tags[CONSTANTS.TAG.WIDTH],
          type: format.isBigTiff ? "bigtiff" : "tiff"
        };
        if (tags[CONSTANTS.TAG.COMPRESSION]) info2.compression = tags[CONSTANTS.TAG.COMPRESSION];
        if (!info2.width || !info2.height) throw new TypeError("Invalid Tiff. Missing tags");
        return info2;
      }
    };
    typeHandlers = /* @__PURE__ */ new Map([
      ["bmp", BMP],
      ["cur", CUR],
      ["dds", DDS],
      ["gif", GIF],
      ["heif", HEIF],
      ["icns", ICNS],
      ["ico", ICO],
      ["j2c", J2C],
      ["jp2", JP2],
      ["jpg", JPG],
      ["jxl", JXL],
      ["jxl-stream", JXLStream],
      ["ktx", KTX],
      ["png", PNG],
      ["pnm", PNM],
      ["psd", PSD],
      ["svg", SVG],
      ["tga", TGA],
      ["tiff", TIFF],
      ["webp", {
        validate(input) {
          const riffHeader = "RIFF" === toUTF8String(input, 0, 4);
          const webpHeader = "WEBP" === toUTF8String(input, 8, 12);
          const vp8Header = "VP8" === toUTF8String(input, 12, 15);
          return riffHeader && webpHeader && vp8Header;
        },
        calculate(_input) {
          const chunkHeader = toUTF8String(_input, 12, 16);
          const input = _input.slice(20, 30);
          if (chunkHeader === "VP8X") {
            const extendedHeader = input[0];
            const validStart = (extendedHeader & 192) === 0;
            const validEnd = (extendedHeader & 1) === 0;
            if (validStart && validEnd) return calculateExtended(input);
            throw new TypeError("Invalid WebP");
          }
          if (chunkHeader === "VP8 " && input[0] !== 47) return calculateLossy(input);
          const signature = toHexString(input, 3, 6);
          if (chunkHeader === "VP8L" && signature !== "9d012a") return calculateLossless(input);
          throw new TypeError("Invalid WebP");
        }
      }]
    ]);
    types = Array.from(typeHandlers.keys());
    firstBytes = /* @__PURE__ */ new Map([
      [0, "heif"],
      [56, "psd"],
      [66, "bmp"],
      [68, "dds"],
      [71, "gif"],
      [73, "tiff"],
      [77, "tiff"],
      [82, "webp"],
      [105, "icns"],
      [137, "png"],
      [255, "jpg"]
    ]);
    sortNumeric = (a2, b) => a2 - b;
    baseService = {
      propertiesToHash: DEFAULT_HASH_PROPS,
      validateOptions(options) {
        verifyOptions(options);
        if (!options.format) {
          if (isESMImportedImage(options.src)) options.format = resolveDefaultOutputFormat(options.src.format);
          else {
            const inferred = inferSourceFormat(options.src);
            if (inferred) options.format = resolveDefaultOutputFormat(inferred);
          }
        }
        if (options.width) options.width = Math.round(options.width);
        if (options.height) options.height = Math.round(options.height);
        if (options.layout) delete options.layout;
        if (options.fit === "none") delete options.fit;
        return options;
      },
      getHTMLAttributes(options) {
        const { targetWidth, targetHeight } = getTargetDimensions(options);
        const { src, width, height, format, quality, densities, widths, formats, layout, priority, fit, position, background, ...attributes } = options;
        return {
          ...attributes,
          width: targetWidth,
          height: targetHeight,
          loading: attributes.loading ?? "lazy",
          decoding: attributes.decoding ?? "async"
        };
      },
      getSrcSet(options) {
        const { targetWidth, targetHeight } = getTargetDimensions(options);
        const aspectRatio = targetWidth / targetHeight;
        const { widths, densities } = options;
        const targetFormat = options.format;
        let transformedWidths = (widths ?? []).sort(sortNumeric);
        let imageWidth = options.width;
        let maxWidth = Number.POSITIVE_INFINITY;
        if (isESMImportedImage(options.src)) {
          imageWidth = options.src.width;
          maxWidth = imageWidth;
          if (transformedWidths.length > 0 && transformedWidths.at(-1) > maxWidth) {
            transformedWidths = transformedWidths.filter((width) => width <= maxWidth);
            transformedWidths.push(maxWidth);
          }
        }
        transformedWidths = Array.from(new Set(transformedWidths));
        const { width: transformWidth, height: transformHeight, ...transformWithoutDimensions } = options;
        let allWidths = [];
        if (densities) {
          const densityValues = densities.map((density) => {
            if (typeof density === "number") return density;
            else return Number.parseFloat(density);
          });
          allWidths = densityValues.sort(sortNumeric).map((density) => Math.round(targetWidth * density)).map((width, index) => ({
            width,
            descriptor: `${densityValues[index]}x`
          }));
        } else if (transformedWidths.length > 0) allWidths = transformedWidths.map((width) => ({
          width,
          descriptor: `${width}w`
        }));
        return allWidths.map(({ width, descriptor }) => {
          const height = Math.round(width / aspectRatio);
          return {
            transform: {
              ...transformWithoutDimensions,
              width,
              height
            },
            descriptor,
            attributes: targetFormat ? { type: `image/${targetFormat}` } : {}
          };
        });
      },
      getURL(options, imageConfig2) {
        const searchParams = new URLSearchParams();
        if (isESMImportedImage(options.src)) searchParams.append("href", options.src.src);
        else if (isRemoteAllowed(options.src, imageConfig2)) searchParams.append("href", options.src);
        else return options.src;
        Object.entries({
          w: "width",
          h: "height",
          q: "quality",
          f: "format",
          fit: "fit",
          position: "position",
          background: "background"
        }).forEach(([param, key]) => {
          options[key] && searchParams.append(param, options[key].toString());
        });
        let url = `${joinPaths("/__BASE__/", imageConfig2.endpoint.route)}?${searchParams}`;
        if (imageConfig2.assetQueryParams) {
          const assetQueryString = imageConfig2.assetQueryParams.toString();
          if (assetQueryString) url += "&" + assetQueryString;
        }
        return url;
      },
      parseURL(url) {
        const params = url.searchParams;
        if (!params.has("href")) return;
        return {
          src: params.get("href"),
          width: params.has("w") ? Number.parseInt(params.get("w")) : void 0,
          height: params.has("h") ? Number.parseInt(params.get("h")) : void 0,
          format: params.has("f") ? params.get("f") : void 0,
          quality: params.get("q"),
          fit: params.get("fit"),
          position: params.get("position") ?? void 0,
          background: params.get("background") ?? void 0
        };
      },
      getRemoteSize(url, imageConfig2) {
        return inferRemoteSize$1(url, imageConfig2);
      }
    };
    PLACEHOLDER_BASE = "astro://placeholder";
    cssFitValues = [
      "fill",
      "contain",
      "cover",
      "scale-down"
    ];
    Function.prototype.toString.call(Object);
    createAstro("https://astro.build");
    $$Image = createComponent(async ($$result, $$props, $$slots) => {
      const Astro2 = $$result.createAstro($$props, $$slots);
      Astro2.self = $$Image;
      const props = Astro2.props;
      if (props.alt === void 0 || props.alt === null) throw new AstroError(ImageMissingAlt);
      if (typeof props.width === "string") props.width = Number.parseInt(props.width);
      if (typeof props.height === "string") props.height = Number.parseInt(props.height);
      if ((props.layout ?? imageConfig.layout ?? "none") !== "none") {
        props.layout ??= imageConfig.layout;
        props.fit ??= imageConfig.objectFit ?? "cover";
        props.position ??= imageConfig.objectPosition ?? "center";
      } else if (imageConfig.objectFit || imageConfig.objectPosition) {
        props.fit ??= imageConfig.objectFit;
        props.position ??= imageConfig.objectPosition;
      }
      const image = await getImage(props);
      const additionalAttributes = {};
      if (image.srcSet.values.length > 0) additionalAttributes.srcset = image.srcSet.attribute;
      const { class: className, ...attributes } = {
        ...additionalAttributes,
        ...image.attributes
      };
      return renderTemplate`${maybeRenderHead($$result)}<img${addAttribute(image.src, "src")}${spreadAttributes(attributes)}${addAttribute(className, "class")}>`;
    }, "/node_modules/astro/components/Image.astro", void 0);
    mimes = {
      "3g2": "video/3gpp2",
      "3gp": "video/3gpp",
      "3gpp": "video/3gpp",
      "3mf": "model/3mf",
      "aac": "audio/aac",
      "ac": "application/pkix-attr-cert",
      "adp": "audio/adpcm",
      "adts": "audio/aac",
      "ai": "application/postscript",
      "aml": "application/automationml-aml+xml",
      "amlx": "application/automationml-amlx+zip",
      "amr": "audio/amr",
      "apng": "image/apng",
      "appcache": "text/cache-manifest",
      "appinstaller": "application/appinstaller",
      "appx": "application/appx",
      "appxbundle": "application/appxbundle",
      "asc": "application/pgp-keys",
      "atom": "application/atom+xml",
      "atomcat": "application/atomcat+xml",
      "atomdeleted": "application/atomdeleted+xml",
      "atomsvc": "application/atomsvc+xml",
      "au": "audio/basic",
      "avci": "image/avci",
      "avcs": "image/avcs",
      "avif": "image/avif",
      "aw": "application/applixware",
      "bdoc": "application/bdoc",
      "bin": "application/octet-stream",
      "bmp": "image/bmp",
      "bpk": "application/octet-stream",
      "btf": "image/prs.btif",
      "btif": "image/prs.btif",
      "buffer": "application/octet-stream",
      "ccxml": "application/ccxml+xml",
      "cdfx": "application/cdfx+xml",
      "cdmia": "application/cdmi-capability",
      "cdmic": "application/cdmi-container",
      "cdmid": "application/cdmi-domain",
      "cdmio": "application/cdmi-object",
      "cdmiq": "application/cdmi-queue",
      "cer": "application/pkix-cert",
      "cgm": "image/cgm",
      "cjs": "application/node",
      "class": "application/java-vm",
      "coffee": "text/coffeescript",
      "conf": "text/plain",
      "cpl": "application/cpl+xml",
      "cpt": "application/mac-compactpro",
      "crl": "application/pkix-crl",
      "css": "text/css",
      "csv": "text/csv",
      "cu": "application/cu-seeme",
      "cwl": "application/cwl",
      "cww": "application/prs.cww",
      "davmount": "application/davmount+xml",
      "dbk": "application/docbook+xml",
      "deb": "application/octet-stream",
      "def": "text/plain",
      "deploy": "application/octet-stream",
      "dib": "image/bmp",
      "disposition-notification": "message/disposition-notification",
      "dist": "application/octet-stream",
      "distz": "application/octet-stream",
      "dll": "application/octet-stream",
      "dmg": "application/octet-stream",
      "dms": "application/octet-stream",
      "doc": "application/msword",
      "dot": "application/msword",
      "dpx": "image/dpx",
      "drle": "image/dicom-rle",
      "dsc": "text/prs.lines.tag",
      "dssc": "application/dssc+der",
      "dtd": "application/xml-dtd",
      "dump": "application/octet-stream",
      "dwd": "application/atsc-dwd+xml",
      "ear": "application/java-archive",
      "ecma": "application/ecmascript",
      "elc": "application/octet-stream",
      "emf": "image/emf",
      "eml": "message/rfc822",
      "emma": "application/emma+xml",
      "emotionml": "application/emotionml+xml",
      "eps": "application/postscript",
      "epub": "application/epub+zip",
      "exe": "application/octet-stream",
      "exi": "application/exi",
      "exp": "application/express",
      "exr": "image/aces",
      "ez": "application/andrew-inset",
      "fdf": "application/fdf",
      "fdt": "application/fdt+xml",
      "fits": "image/fits",
      "g3": "image/g3fax",
      "gbr": "application/rpki-ghostbusters",
      "geojson": "application/geo+json",
      "gif": "image/gif",
      "glb": "model/gltf-binary",
      "gltf": "model/gltf+json",
      "gml": "application/gml+xml",
      "gpx": "application/gpx+xml",
      "gram": "application/srgs",
      "grxml": "application/srgs+xml",
      "gxf": "application/gxf",
      "gz": "application/gzip",
      "h261": "video/h261",
      "h263": "video/h263",
      "h264": "video/h264",
      "heic": "image/heic",
      "heics": "image/heic-sequence",
      "heif": "image/heif",
      "heifs": "image/heif-sequence",
      "hej2": "image/hej2k",
      "held": "application/atsc-held+xml",
      "hjson": "application/hjson",
      "hlp": "application/winhlp",
      "hqx": "application/mac-binhex40",
      "hsj2": "image/hsj2",
      "htm": "text/html",
      "html": "text/html",
      "ics": "text/calendar",
      "ief": "image/ief",
      "ifb": "text/calendar",
      "iges": "model/iges",
      "igs": "model/iges",
      "img": "application/octet-stream",
      "in": "text/plain",
      "ini": "text/plain",
      "ink": "application/inkml+xml",
      "inkml": "application/inkml+xml",
      "ipfix": "application/ipfix",
      "iso": "application/octet-stream",
      "its": "application/its+xml",
      "jade": "text/jade",
      "jar": "application/java-archive",
      "jhc": "image/jphc",
      "jls": "image/jls",
      "jp2": "image/jp2",
      "jpe": "image/jpeg",
      "jpeg": "image/jpeg",
      "jpf": "image/jpx",
      "jpg": "image/jpeg",
      "jpg2": "image/jp2",
      "jpgm": "image/jpm",
      "jpgv": "video/jpeg",
      "jph": "image/jph",
      "jpm": "image/jpm",
      "jpx": "image/jpx",
      "js": "text/javascript",
      "json": "application/json",
      "json5": "application/json5",
      "jsonld": "application/ld+json",
      "jsonml": "application/jsonml+json",
      "jsx": "text/jsx",
      "jt": "model/jt",
      "jxl": "image/jxl",
      "jxr": "image/jxr",
      "jxra": "image/jxra",
      "jxrs": "image/jxrs",
      "jxs": "image/jxs",
      "jxsc": "image/jxsc",
      "jxsi": "image/jxsi",
      "jxss": "image/jxss",
      "kar": "audio/midi",
      "ktx": "image/ktx",
      "ktx2": "image/ktx2",
      "less": "text/less",
      "lgr": "application/lgr+xml",
      "list": "text/plain",
      "litcoffee": "text/coffeescript",
      "log": "text/plain",
      "lostxml": "application/lost+xml",
      "lrf": "application/octet-stream",
      "m1v": "video/mpeg",
      "m21": "application/mp21",
      "m2a": "audio/mpeg",
      "m2t": "video/mp2t",
      "m2ts": "video/mp2t",
      "m2v": "video/mpeg",
      "m3a": "audio/mpeg",
      "m4a": "audio/mp4",
      "m4p": "application/mp4",
      "m4s": "video/iso.segment",
      "ma": "application/mathematica",
      "mads": "application/mads+xml",
      "maei": "application/mmt-aei+xml",
      "man": "text/troff",
      "manifest": "text/cache-manifest",
      "map": "application/json",
      "mar": "application/octet-stream",
      "markdown": "text/markdown",
      "mathml": "application/mathml+xml",
      "mb": "application/mathematica",
      "mbox": "application/mbox",
      "md": "text/markdown",
      "mdx": "text/mdx",
      "me": "text/troff",
      "mesh": "model/mesh",
      "meta4": "application/metalink4+xml",
      "metalink": "application/metalink+xml",
      "mets": "application/mets+xml",
      "mft": "application/rpki-manifest",
      "mid": "audio/midi",
      "midi": "audio/midi",
      "mime": "message/rfc822",
      "mj2": "video/mj2",
      "mjp2": "video/mj2",
      "mjs": "text/javascript",
      "mml": "text/mathml",
      "mods": "application/mods+xml",
      "mov": "video/quicktime",
      "mp2": "audio/mpeg",
      "mp21": "application/mp21",
      "mp2a": "audio/mpeg",
      "mp3": "audio/mpeg",
      "mp4": "video/mp4",
      "mp4a": "audio/mp4",
      "mp4s": "application/mp4",
      "mp4v": "video/mp4",
      "mpd": "application/dash+xml",
      "mpe": "video/mpeg",
      "mpeg": "video/mpeg",
      "mpf": "application/media-policy-dataset+xml",
      "mpg": "video/mpeg",
      "mpg4": "video/mp4",
      "mpga": "audio/mpeg",
      "mpp": "application/dash-patch+xml",
      "mrc": "application/marc",
      "mrcx": "application/marcxml+xml",
      "ms": "text/troff",
      "mscml": "application/mediaservercontrol+xml",
      "msh": "model/mesh",
      "msi": "application/octet-stream",
      "msix": "application/msix",
      "msixbundle": "application/msixbundle",
      "msm": "application/octet-stream",
      "msp": "application/octet-stream",
      "mtl": "model/mtl",
      "mts": "video/mp2t",
      "musd": "application/mmt-usd+xml",
      "mxf": "application/mxf",
      "mxmf": "audio/mobile-xmf",
      "mxml": "application/xv+xml",
      "n3": "text/n3",
      "nb": "application/mathematica",
      "nq": "application/n-quads",
      "nt": "application/n-triples",
      "obj": "model/obj",
      "oda": "application/oda",
      "oga": "audio/ogg",
      "ogg": "audio/ogg",
      "ogv": "video/ogg",
      "ogx": "application/ogg",
      "omdoc": "application/omdoc+xml",
      "onepkg": "application/onenote",
      "onetmp": "application/onenote",
      "onetoc": "application/onenote",
      "onetoc2": "application/onenote",
      "opf": "application/oebps-package+xml",
      "opus": "audio/ogg",
      "otf": "font/otf",
      "owl": "application/rdf+xml",
      "oxps": "application/oxps",
      "p10": "application/pkcs10",
      "p7c": "application/pkcs7-mime",
      "p7m": "application/pkcs7-mime",
      "p7s": "application/pkcs7-signature",
      "p8": "application/pkcs8",
      "pdf": "application/pdf",
      "pfr": "application/font-tdpfr",
      "pgp": "application/pgp-encrypted",
      "pkg": "application/octet-stream",
      "pki": "application/pkixcmp",
      "pkipath": "application/pkix-pkipath",
      "pls": "application/pls+xml",
      "png": "image/png",
      "prc": "model/prc",
      "prf": "application/pics-rules",
      "provx": "application/provenance+xml",
      "ps": "application/postscript",
      "pskcxml": "application/pskc+xml",
      "pti": "image/prs.pti",
      "qt": "video/quicktime",
      "raml": "application/raml+yaml",
      "rapd": "application/route-apd+xml",
      "rdf": "application/rdf+xml",
      "relo": "application/p2p-overlay+xml",
      "rif": "application/reginfo+xml",
      "rl": "application/resource-lists+xml",
      "rld": "application/resource-lists-diff+xml",
      "rmi": "audio/midi",
      "rnc": "application/relax-ng-compact-syntax",
      "rng": "application/xml",
      "roa": "application/rpki-roa",
      "roff": "text/troff",
      "rq": "application/sparql-query",
      "rs": "application/rls-services+xml",
      "rsat": "application/atsc-rsat+xml",
      "rsd": "application/rsd+xml",
      "rsheet": "application/urc-ressheet+xml",
      "rss": "application/rss+xml",
      "rtf": "text/rtf",
      "rtx": "text/richtext",
      "rusd": "application/route-usd+xml",
      "s3m": "audio/s3m",
      "sbml": "application/sbml+xml",
      "scq": "application/scvp-cv-request",
      "scs": "application/scvp-cv-response",
      "sdp": "application/sdp",
      "senmlx": "application/senml+xml",
      "sensmlx": "application/sensml+xml",
      "ser": "application/java-serialized-object",
      "setpay": "application/set-payment-initiation",
      "setreg": "application/set-registration-initiation",
      "sgi": "image/sgi",
      "sgm": "text/sgml",
      "sgml": "text/sgml",
      "shex": "text/shex",
      "shf": "application/shf+xml",
      "shtml": "text/html",
      "sieve": "application/sieve",
      "sig": "application/pgp-signature",
      "sil": "audio/silk",
      "silo": "model/mesh",
      "siv": "application/sieve",
      "slim": "text/slim",
      "slm": "text/slim",
      "sls": "application/route-s-tsid+xml",
      "smi": "application/smil+xml",
      "smil": "application/smil+xml",
      "snd": "audio/basic",
      "so": "application/octet-stream",
      "spdx": "text/spdx",
      "spp": "application/scvp-vp-response",
      "spq": "application/scvp-vp-request",
      "spx": "audio/ogg",
      "sql": "application/sql",
      "sru": "application/sru+xml",
      "srx": "application/sparql-results+xml",
      "ssdl": "application/ssdl+xml",
      "ssml": "application/ssml+xml",
      "stk": "application/hyperstudio",
      "stl": "model/stl",
      "stpx": "model/step+xml",
      "stpxz": "model/step-xml+zip",
      "stpz": "model/step+zip",
      "styl": "text/stylus",
      "stylus": "text/stylus",
      "svg": "image/svg+xml",
      "svgz": "image/svg+xml",
      "swidtag": "application/swid+xml",
      "t": "text/troff",
      "t38": "image/t38",
      "td": "application/urc-targetdesc+xml",
      "tei": "application/tei+xml",
      "teicorpus": "application/tei+xml",
      "text": "text/plain",
      "tfi": "application/thraud+xml",
      "tfx": "image/tiff-fx",
      "tif": "image/tiff",
      "tiff": "image/tiff",
      "toml": "application/toml",
      "tr": "text/troff",
      "trig": "application/trig",
      "ts": "video/mp2t",
      "tsd": "application/timestamped-data",
      "tsv": "text/tab-separated-values",
      "ttc": "font/collection",
      "ttf": "font/ttf",
      "ttl": "text/turtle",
      "ttml": "application/ttml+xml",
      "txt": "text/plain",
      "u3d": "model/u3d",
      "u8dsn": "message/global-delivery-status",
      "u8hdr": "message/global-headers",
      "u8mdn": "message/global-disposition-notification",
      "u8msg": "message/global",
      "ubj": "application/ubjson",
      "uri": "text/uri-list",
      "uris": "text/uri-list",
      "urls": "text/uri-list",
      "vcard": "text/vcard",
      "vrml": "model/vrml",
      "vtt": "text/vtt",
      "vxml": "application/voicexml+xml",
      "war": "application/java-archive",
      "wasm": "application/wasm",
      "wav": "audio/wav",
      "weba": "audio/webm",
      "webm": "video/webm",
      "webmanifest": "application/manifest+json",
      "webp": "image/webp",
      "wgsl": "text/wgsl",
      "wgt": "application/widget",
      "wif": "application/watcherinfo+xml",
      "wmf": "image/wmf",
      "woff": "font/woff",
      "woff2": "font/woff2",
      "wrl": "model/vrml",
      "wsdl": "application/wsdl+xml",
      "wspolicy": "application/wspolicy+xml",
      "x3d": "model/x3d+xml",
      "x3db": "model/x3d+fastinfoset",
      "x3dbz": "model/x3d+binary",
      "x3dv": "model/x3d-vrml",
      "x3dvz": "model/x3d+vrml",
      "x3dz": "model/x3d+xml",
      "xaml": "application/xaml+xml",
      "xav": "application/xcap-att+xml",
      "xca": "application/xcap-caps+xml",
      "xcs": "application/calendar+xml",
      "xdf": "application/xcap-diff+xml",
      "xdssc": "application/dssc+xml",
      "xel": "application/xcap-el+xml",
      "xenc": "application/xenc+xml",
      "xer": "application/patch-ops-error+xml",
      "xfdf": "application/xfdf",
      "xht": "application/xhtml+xml",
      "xhtml": "application/xhtml+xml",
      "xhvml": "application/xv+xml",
      "xlf": "application/xliff+xml",
      "xm": "audio/xm",
      "xml": "text/xml",
      "xns": "application/xcap-ns+xml",
      "xop": "application/xop+xml",
      "xpl": "application/xproc+xml",
      "xsd": "application/xml",
      "xsf": "application/prs.xsf+xml",
      "xsl": "application/xml",
      "xslt": "application/xml",
      "xspf": "application/xspf+xml",
      "xvm": "application/xv+xml",
      "xvml": "application/xv+xml",
      "yaml": "text/yaml",
      "yang": "application/yang",
      "yin": "application/yin+xml",
      "yml": "text/yaml",
      "zip": "application/zip"
    };
    createAstro("https://astro.build");
    $$Picture = createComponent(async ($$result, $$props, $$slots) => {
      const Astro2 = $$result.createAstro($$props, $$slots);
      Astro2.self = $$Picture;
      const defaultFormats = ["webp"];
      const defaultFallbackFormat = "png";
      const specialFormatsFallback = [
        "gif",
        "svg",
        "jpg",
        "jpeg"
      ];
      const { formats = defaultFormats, pictureAttributes = {}, fallbackFormat, ...props } = Astro2.props;
      if (props.alt === void 0 || props.alt === null) throw new AstroError(ImageMissingAlt);
      const scopedStyleClass = props.class?.match(/\bastro-\w{8}\b/)?.[0];
      if (scopedStyleClass) {
        if (pictureAttributes.class) pictureAttributes.class = `${pictureAttributes.class} ${scopedStyleClass}`;
        else pictureAttributes.class = scopedStyleClass;
      }
      const useResponsive = (props.layout ?? imageConfig.layout ?? "none") !== "none";
      if (useResponsive) {
        props.layout ??= imageConfig.layout;
        props.fit ??= imageConfig.objectFit ?? "cover";
        props.position ??= imageConfig.objectPosition ?? "center";
      } else if (imageConfig.objectFit || imageConfig.objectPosition) {
        props.fit ??= imageConfig.objectFit;
        props.position ??= imageConfig.objectPosition;
      }
      for (const key in props) if (key.startsWith("data-astro-cid")) pictureAttributes[key] = props[key];
      const originalSrc = await resolveSrc(props.src);
      if (props.inferSize && isRemoteImage(originalSrc)) {
        const remoteSize = await inferRemoteSize(originalSrc);
        delete props.inferSize;
        props.width ??= remoteSize.width;
        props.height ??= remoteSize.height;
      }
      const optimizedImages = await Promise.all(formats.map(async (format) => await getImage({
        ...props,
        src: originalSrc,
        format,
        widths: props.widths,
        densities: props.densities
      })));
      const clonedSrc = isESMImportedImage(originalSrc) ? originalSrc.clone ?? originalSrc : originalSrc;
      let resultFallbackFormat = fallbackFormat ?? defaultFallbackFormat;
      if (!fallbackFormat && isESMImportedImage(clonedSrc) && specialFormatsFallback.includes(clonedSrc.format)) resultFallbackFormat = clonedSrc.format;
      const fallbackImage = await getImage({
        ...props,
        format: resultFallbackFormat,
        widths: props.widths,
        densities: props.densities
      });
      const imgAdditionalAttributes = {};
      const sourceAdditionalAttributes = {};
      if (props.sizes) sourceAdditionalAttributes.sizes = props.sizes;
      if (fallbackImage.srcSet.values.length > 0) imgAdditionalAttributes.srcset = fallbackImage.srcSet.attribute;
      const { class: className, ...attributes } = {
        ...imgAdditionalAttributes,
        ...fallbackImage.attributes
      };
      return renderTemplate`${maybeRenderHead($$result)}<picture${spreadAttributes(pictureAttributes)}>${Object.entries(optimizedImages).map(([_, image]) => {
        const srcsetAttribute = props.densities || !props.densities && !props.widths && !useResponsive ? `${image.src}${image.srcSet.values.length > 0 ? ", " + image.srcSet.attribute : ""}` : image.srcSet.attribute;
        return renderTemplate`<source${addAttribute(srcsetAttribute, "srcset")}${addAttribute(lookup(image.options.format ?? image.src) ?? `image/${image.options.format}`, "type")}${spreadAttributes(sourceAdditionalAttributes)}>`;
      })}<img${addAttribute(fallbackImage.src, "src")}${spreadAttributes(attributes)}${addAttribute(className, "class")}></picture>`;
    }, "/node_modules/astro/components/Picture.astro", void 0);
    componentDataByCssVariable = /* @__PURE__ */ new Map([]);
    createAstro("https://astro.build");
    $$Font = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Font;
      const { cssVariable, preload = false } = Astro.props;
      const data = componentDataByCssVariable.get(cssVariable);
      if (!data) throw new AstroError({
        ...FontFamilyNotFound,
        message: FontFamilyNotFound.message(cssVariable)
      });
      const filteredPreloadData = filterPreloads(data.preloads, preload);
      return renderTemplate`<style>${unescapeHTML(data.css)}</style>${filteredPreloadData?.map(({ url, type }) => renderTemplate`<link rel="preload"${addAttribute(url, "href")} as="font"${addAttribute(`font/${type}`, "type")} crossorigin>`)}`;
    }, "/node_modules/astro/components/Font.astro", void 0);
    SsrRuntimeFontFileUrlResolver = class {
      #urls;
      constructor({ urls }) {
        this.#urls = urls;
      }
      resolve(url, requestUrl) {
        if (!this.#urls.has(url)) return null;
        if (!url.startsWith("/")) return url;
        if (!requestUrl) throw new AstroError(MissingGetFontFileRequestUrl);
        return `${requestUrl.origin}${url}`;
      }
    };
    new SsrRuntimeFontFileUrlResolver({ urls: /* @__PURE__ */ new Set([]) });
    _astroLogger = createConsoleLogger({ level });
    _runtimeLogger = {
      info: (message) => _astroLogger.info(null, message),
      warn: (message) => _astroLogger.warn(null, message),
      error: (message) => _astroLogger.error(null, message)
    };
    assetQueryParams = void 0;
    imageConfig = {
      "endpoint": { "route": "/_image/" },
      "service": {
        "entrypoint": "astro/assets/services/noop",
        "config": {}
      },
      "dangerouslyProcessSVG": false,
      "domains": [],
      "remotePatterns": [],
      "responsiveStyles": false
    };
    Object.defineProperty(imageConfig, "assetQueryParams", {
      value: assetQueryParams,
      enumerable: false,
      configurable: true
    });
    inferRemoteSize = async (url) => {
      return (await getConfiguredImageService()).getRemoteSize?.(url, imageConfig, _runtimeLogger) ?? inferRemoteSize$1(url, imageConfig);
    };
    getImage = async (options) => await getImage$1(options, imageConfig, _runtimeLogger);
    fnv1a52 = (str) => {
      const len = str.length;
      let i2 = 0, t0 = 0, v0 = 8997, t1 = 0, v1 = 33826, t2 = 0, v2 = 40164, t3 = 0, v3 = 52210;
      while (i2 < len) {
        v0 ^= str.charCodeAt(i2++);
        t0 = v0 * 435;
        t1 = v1 * 435;
        t2 = v2 * 435;
        t3 = v3 * 435;
        t2 += v0 << 8;
        t3 += v1 << 8;
        t1 += t0 >>> 16;
        v0 = t0 & 65535;
        t2 += t1 >>> 16;
        v1 = t1 & 65535;
        v3 = t3 + (t2 >>> 16) & 65535;
        v2 = t2 & 65535;
      }
      return (v3 & 15) * 281474976710656 + v2 * 4294967296 + v1 * 65536 + (v0 ^ v3 >> 4);
    };
    etag = (payload, weak = false) => {
      return (weak ? 'W/"' : '"') + fnv1a52(payload).toString(36) + payload.length.toString(36) + '"';
    };
    generic_exports = /* @__PURE__ */ __exportAll({ GET: () => GET });
    GET = async ({ request, logger }) => {
      try {
        const imageService = await getConfiguredImageService();
        if (!("transform" in imageService)) throw new Error("Configured image service is not a local service");
        const url = new URL(request.url);
        const transform2 = await imageService.parseURL(url, imageConfig, logger);
        if (!transform2?.src) throw new Error("Incorrect transform returned by `parseURL`");
        let inputBuffer = void 0;
        const isRemoteImage2 = isRemotePath(transform2.src);
        if (isRemoteImage2 && isRemoteAllowed(transform2.src, imageConfig) === false) return new Response("Forbidden", { status: 403 });
        const sourceUrl = new URL(transform2.src, url.origin);
        if (!isRemoteImage2 && sourceUrl.origin !== url.origin) return new Response("Forbidden", { status: 403 });
        inputBuffer = await loadImage(sourceUrl, isRemoteImage2 ? new Headers() : request.headers, imageConfig, isRemoteImage2);
        if (!inputBuffer) return new Response("Not Found", { status: 404 });
        const { data, format } = await imageService.transform(new Uint8Array(inputBuffer), transform2, imageConfig, logger);
        return new Response(data, {
          status: 200,
          headers: {
            "Content-Type": lookup(format) ?? `image/${format}`,
            "Cache-Control": "public, max-age=31536000",
            ETag: etag(data.toString()),
            Date: (/* @__PURE__ */ new Date()).toUTCString()
          }
        });
      } catch (err) {
        logger.error(`Could not process image request: ${err}`);
        return new Response("Internal Server Error", { status: 500 });
      }
    };
    generic___js_exports = /* @__PURE__ */ __exportAll({ page: () => page });
    page = () => generic_exports;
  }
});

// server/chunks/Page.mjs
async function renderScript(result, id) {
  const inlined = result.inlinedScripts.get(id);
  let content = "";
  if (inlined != null) {
    if (inlined) content = `<script type="module">${inlined}</script>`;
  } else {
    const resolved = await result.resolve(id);
    content = `<script type="module" src="${result.userAssetsBase ? (result.base === "/" ? "" : result.base) + result.userAssetsBase : ""}${resolved}"></script>`;
  }
  return createRenderInstruction({
    type: "script",
    id,
    content
  });
}
function href(path) {
  return `/__BASE__/${path}`;
}
function duration2(seconds) {
  if (seconds === null) return "\u2014";
  if (seconds > 0 && seconds < 1) return `${Math.round(seconds * 1e3)} ms`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
  const hours = Math.round(seconds / 3600);
  return `${Math.floor(hours / 24)}d ${two(hours % 24)}h`;
}
function percent(share) {
  return share === null ? "\u2014" : `${(share * 100).toFixed(1)} %`;
}
function count(value) {
  return value === null ? "\u2014" : Math.round(value).toLocaleString("en-US");
}
function plural(n2, noun) {
  return `${count(n2)} ${noun}${n2 === 1 ? "" : "s"}`;
}
function signed(value, decimals = 0) {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "\u2212"}${text}`;
}
function money(nanoUsd) {
  if (nanoUsd === null) return "\u2014";
  const usd = Math.abs(nanoUsd) / 1e9;
  const sign = nanoUsd < 0 ? "\u2212" : "";
  if (usd === 0) return "$0.00";
  if (usd < 0.01) return `< ${sign}$0.01`;
  const decimals = usd < 0.1 ? 4 : 2;
  const digits = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals
  };
  return `${sign}$${usd.toLocaleString("en-US", digits)}`;
}
function tokens(n2) {
  if (n2 === null) return "\u2014";
  const unit = [
    {
      size: 1e9,
      letter: "B"
    },
    {
      size: 1e6,
      letter: "M"
    },
    {
      size: 1e3,
      letter: "k"
    }
  ].find(({ size }) => n2 >= size);
  return unit === void 0 ? count(n2) : `${(n2 / unit.size).toFixed(1)}${unit.letter}`;
}
function bytes(size) {
  if (size === null) return "\u2014";
  const units2 = [
    "B",
    "kB",
    "MB",
    "GB",
    "TB"
  ];
  let value = size;
  let unit = 0;
  while (value >= 1e3 && unit < units2.length - 1) {
    value /= 1e3;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units2[unit]}`;
}
function moment(utc) {
  return utc === null ? "\u2014" : `${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC`;
}
function two(value) {
  return String(value).padStart(2, "0");
}
function toUtc(text) {
  if (!text) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return null;
  return new Date(milliseconds).getUTCFullYear() < FIRST_YEAR ? null : formatUtc(milliseconds / SECOND);
}
function formatUtc(epochSeconds) {
  return (/* @__PURE__ */ new Date(Math.floor(epochSeconds) * SECOND)).toISOString().replace(".000Z", "Z");
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
function monthOf(utcOrDay) {
  return utcOrDay.slice(0, 7);
}
function startOfDay(day) {
  return `${day}T00:00:00Z`;
}
function addDays(day, days) {
  return dayOf(addSeconds(startOfDay(day), days * DAY_SECONDS));
}
function secondsBetween(start, end) {
  if (start === null || end === null) return null;
  const seconds = epoch(end) - epoch(start);
  if (seconds < -1) return null;
  return Math.max(0, seconds);
}
function g(s2, e2, t2, n2 = 0, r2 = 0, a2 = 0, i2 = 0) {
  let o2 = s2 >= 0 && s2 < 100, u = Date.UTC(o2 ? s2 + 400 : s2, e2, t2, n2, r2, a2, i2);
  return o2 ? u - 126227808e5 : u;
}
function periodAt(name, now) {
  const from = name === "mtd" ? startOfDay(`${monthOf(now)}-01`) : addSeconds(now, -DAYS[name] * DAY_SECONDS);
  const length = epoch(now) - epoch(from);
  const bucketSeconds = BUCKET_SECONDS[name];
  const buckets = [];
  const first = Math.floor(epoch(from) / bucketSeconds) * bucketSeconds;
  for (let start = first; start < epoch(now); start += bucketSeconds) buckets.push(addSeconds("1970-01-01T00:00:00Z", start));
  return {
    name,
    from,
    to: now,
    previousFrom: addSeconds(from, -length),
    bucketSeconds,
    buckets
  };
}
function periodPath(page16, period) {
  return period === "7d" ? page16 : `${page16}${period}/`;
}
var Utc, Day, FIRST_YEAR, SECOND, HOUR_SECONDS, DAY_SECONDS, Window, Need, PendingRun, LedgerEntry, Freshness, FRESHNESS_WORDS, NAVIGATION, $$Ago, PERIODS, DAYS, BUCKET_SECONDS, $$PeriodNav, $$Page;
var init_Page = __esm({
  "server/chunks/Page.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    Utc = string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "expected a UTC time such as 2026-11-20T14:05:00Z");
    Day = string().regex(/^\d{4}-\d\d-\d\d$/, "expected a day such as 2026-11-20");
    FIRST_YEAR = 2e3;
    SECOND = 1e3;
    HOUR_SECONDS = 3600;
    DAY_SECONDS = 86400;
    Window = strictObject({
      from: Utc,
      to: Utc
    });
    Need = _enum([
      "completion",
      "attempts",
      "jobs",
      "artifacts",
      "pull_requests",
      "reading",
      "telemetry"
    ]);
    PendingRun = strictObject({
      run_id: number().int(),
      run_attempt: number().int(),
      /** The shard that holds it: the UTC day of `created_at`. */
      day: Day,
      workflow_id: number().int(),
      needs: array(Need).min(1),
      /** How many syncs tried and failed; a run that never works is given up into the ledger. */
      tries: number().int()
    });
    LedgerEntry = strictObject({
      run_id: number().int(),
      run_attempt: number().int(),
      day: Day,
      /** What is missing. */
      missing: _enum([
        "run",
        "attempt",
        "jobs",
        "artifacts",
        "pull_requests",
        "reading",
        "telemetry"
      ]),
      reason: _enum([
        "sampled",
        "retention",
        "jobs_disabled",
        "not_found",
        "forbidden",
        "unreadable",
        "gave_up"
      ]),
      /** Said by GitHub or by our parser; short, escaped where shown. */
      message: string()
    });
    strictObject({
      schema_version: literal(1),
      /** Every run created in this stretch has been listed, but for `backfill`; null before the first listing. */
      covered: Window.nullable(),
      /** Stretches still to be listed, newest first: older ones, and gaps that a stopped sync left. */
      backfill: array(Window),
      pending: array(PendingRun),
      ledger: array(LedgerEntry),
      /** The sync's own workflow, once recognised: kept out of failure statistics. */
      own_workflow_id: number().int().nullable()
    });
    g(1, 0, 1);
    Freshness = strictObject({
      state: _enum([
        "current",
        "partial",
        "unknown"
      ]),
      /** Why it is not current, in sentences. */
      reasons: array(string()),
      /** By the sync workflow's own cron; null when that is not known. */
      next_sync_at: Utc.nullable(),
      /** When two syncs have been missed. */
      stale_at: Utc.nullable()
    });
    FRESHNESS_WORDS = {
      current: "Current",
      partial: "Partial",
      unknown: "Unknown"
    };
    strictObject({
      /** `owner/name`. */
      repository: string(),
      /** `https://github.com` or the Enterprise host. */
      server: string(),
      /** End of the last sync; every `now` of the site. */
      as_of: Utc,
      /** What the freshness chip says until `stale_at`. */
      freshness: Freshness.shape.state,
      /** When the next sync is due by the workflow's own cron; null when it has none that is known. */
      next_sync_at: Utc.nullable(),
      /** From when on the data counts as stale: two syncs were missed. Null when no schedule is known. */
      stale_at: Utc.nullable(),
      /** Attempts that are stored without something still to be fetched. */
      pending: number().int(),
      runs: number().int(),
      attempts: number().int(),
      /** Day of the oldest run; null when there is none. */
      first_run_at: Utc.nullable(),
      /** Changes when the data or the pages do. */
      build_id: string()
    });
    NAVIGATION = [
      {
        label: "Overview",
        path: ""
      },
      {
        label: "Runs",
        path: "runs/"
      },
      {
        label: "Workflows",
        path: "workflows/"
      },
      {
        label: "Operations",
        path: "operations/"
      },
      {
        label: "Steps",
        path: "steps/"
      },
      {
        label: "Errors",
        path: "errors/"
      },
      {
        label: "Costs",
        path: "costs/"
      },
      {
        label: "Data health",
        path: "health/"
      },
      {
        label: "API",
        path: "api/"
      }
    ];
    createAstro("https://astro.build");
    $$Ago = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Ago;
      const { at } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<time${addAttribute(at, "datetime")}${addAttribute(moment(at), "title")} data-ago>${moment(at)}</time>`;
    }, "/site/src/components/Ago.astro", void 0);
    PERIODS = [
      "24h",
      "7d",
      "30d",
      "90d",
      "mtd"
    ];
    DAYS = {
      "24h": 1,
      "7d": 7,
      "30d": 30,
      "90d": 90
    };
    BUCKET_SECONDS = {
      "24h": HOUR_SECONDS,
      "7d": 6 * HOUR_SECONDS,
      "30d": DAY_SECONDS,
      "90d": DAY_SECONDS,
      mtd: DAY_SECONDS
    };
    createAstro("https://astro.build");
    $$PeriodNav = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$PeriodNav;
      const { page: page16, current } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<nav class="periods" aria-label="Period">${PERIODS.map((period) => renderTemplate`<a${addAttribute(href(periodPath(page16, period)), "href")}${addAttribute(period === current ? "page" : void 0, "aria-current")}>${period === "mtd" ? "Month to date" : period}</a>`)}</nav>`;
    }, "/site/src/components/PeriodNav.astro", void 0);
    createAstro("https://astro.build");
    $$Page = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Page;
      const { title, heading, lede, section, periods } = Astro.props;
      const { site } = Astro.locals;
      const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
      const home = `${site.server}/${site.repository}`;
      return renderTemplate`<html lang="en"${addAttribute(href(""), "data-base")}><head><meta http-equiv="Content-Security-Policy"${addAttribute(POLICY, "content")}><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${site.repository} · AgentOps</title><meta name="description"${addAttribute(`${heading}: GitHub Actions of ${site.repository}, as of ${moment(site.as_of)}`, "content")}><meta name="color-scheme" content="light dark"><meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff"><meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0d1117"><link rel="icon" type="image/svg+xml"${addAttribute(href("favicon.svg"), "href")}><script${addAttribute(href("theme.js"), "src")}><\/script>${renderHead($$result)}</head><body><a class="skip" href="#main">Skip to content</a><header class="top"><div class="bar"><a class="brand"${addAttribute(href(""), "href")}><svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true"><rect width="32" height="32" rx="7"></rect><path d="M6 18h5l3-9 5 15 3-9h4"></path></svg><span>AgentOps</span></a><a class="scope"${addAttribute(home, "href")}>${site.repository}</a><nav class="main" aria-label="Main">${NAVIGATION.map(({ label, path }) => renderTemplate`<a${addAttribute(href(path), "href")}${addAttribute(path === section ? "page" : void 0, "aria-current")}>${label}</a>`)}</nav><div class="tools"><a class="chip freshness"${addAttribute(href("health/"), "href")}${addAttribute(site.freshness, "data-state")}${addAttribute(site.stale_at ?? void 0, "data-stale-at")}><span data-word>${FRESHNESS_WORDS[site.freshness]}</span>${" "}${renderComponent($$result, "Ago", $$Ago, { "at": site.as_of })}</a><button type="button" class="quiet" data-theme-switch>Theme: auto</button></div></div></header><main id="main"><div class="heading"><div>${renderSlot($$result, $$slots["crumb"])}<h1>${heading}</h1>${lede && renderTemplate`<p class="lede">${lede}</p>`}</div>${renderSlot($$result, $$slots["actions"])}${periods && renderTemplate`${renderComponent($$result, "PeriodNav", $$PeriodNav, {
        "page": periods.page,
        "current": periods.current
      })}`}</div>${renderSlot($$result, $$slots["default"])}</main><footer><p>Data as of <time${addAttribute(site.as_of, "datetime")}>${moment(site.as_of)}</time> · ${count(site.runs)} runs, ${count(site.attempts)} attempts${site.first_run_at && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${" "}since ${site.first_run_at.slice(0, 10)}` })}`} · build ${site.build_id}</p><p><a${addAttribute(home, "href")}>${site.repository} on GitHub</a></p></footer>${renderScript($$result, "/site/src/layouts/Page.astro?astro&type=script&index=0&lang.ts")}</body></html>`;
    }, "/site/src/layouts/Page.astro", void 0);
  }
});

// server/chunks/404@_@astro.mjs
var astro_exports = {};
__export(astro_exports, {
  page: () => page2
});
var _404_exports, $$404, $$file, $$url, page2;
var init_astro = __esm({
  "server/chunks/404@_@astro.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    _404_exports = /* @__PURE__ */ __exportAll({
      default: () => $$404,
      file: () => $$file,
      url: () => $$url
    });
    createAstro("https://astro.build");
    $$404 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$404;
      const { site } = Astro.locals;
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Not found",
        "heading": "Not in this dataset",
        "section": "404"
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "run-lookup", "run-lookup", {
        "class": "card",
        "data-repository": site.repository,
        "data-server": site.server
      }, { "default": ($$result3) => renderTemplate`${maybeRenderHead($$result3)}<div class="empty" data-words><strong>There is no such page.</strong><p>It may be about a run that was never synced, or the address is mistyped.</p><p><a${addAttribute(href("runs/"), "href")}>All runs</a>${" \xB7 "}<a${addAttribute(href(""), "href")}>Overview</a>${" \xB7 "}<a${addAttribute(`${site.server}/${site.repository}/actions`, "href")} data-github>Actions on GitHub</a></p></div>` })}${renderScript($$result2, "/site/src/pages/404.astro?astro&type=script&index=0&lang.ts")}` })}`;
    }, "/site/src/pages/404.astro", void 0);
    $$file = "/site/src/pages/404.astro";
    $$url = "/__BASE__/404/";
    page2 = () => _404_exports;
  }
});

// server/chunks/Scroll.mjs
var $$Scroll;
var init_Scroll = __esm({
  "server/chunks/Scroll.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    createAstro("https://astro.build");
    $$Scroll = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Scroll;
      const { label } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<div class="scroll" role="region"${addAttribute(label, "aria-label")} tabindex="0">${renderSlot($$result, $$slots["default"])}</div>`;
    }, "/site/src/components/Scroll.astro", void 0);
  }
});

// server/chunks/index@_@astro.mjs
var index_astro_exports = {};
__export(index_astro_exports, {
  page: () => page3
});
var $$CatalogueTable, api_exports, $$Index, $$file2, $$url2, page3;
var init_index_astro = __esm({
  "server/chunks/index@_@astro.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_Scroll();
    createAstro("https://astro.build");
    $$CatalogueTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$CatalogueTable;
      const { label, files } = Astro.props;
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": label }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">File</th><th scope="col">Holds</th><th scope="col" class="num">Rows</th><th scope="col" class="num">Size</th><th scope="col">Schema</th><th scope="col">SHA-256</th></tr></thead><tbody>${files.map((file) => renderTemplate`<tr><th scope="row" class="nowrap"><a class="mono"${addAttribute(href(`api/v1/${file.path}`), "href")}>${file.path}</a></th><td>${file.about}</td><td class="num">${count(file.rows)}</td><td class="num">${bytes(file.bytes)}</td><td>${file.schema ? renderTemplate`<a class="mono"${addAttribute(href(`api/v1/${file.schema}`), "href")}>${file.schema.replace(/^schema\//, "")}</a>` : "\u2014"}</td><td><code${addAttribute(file.sha256, "title")}>${file.sha256.slice(0, 12)}</code></td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/CatalogueTable.astro", void 0);
    api_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index,
      file: () => $$file2,
      url: () => $$url2
    });
    createAstro("https://astro.build");
    $$Index = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index;
      const { files, unpublished_days } = Astro.locals.document;
      const { site } = Astro.locals;
      const MOST = 20;
      const isDated = ({ path }) => /\d{4}-\d\d/.test(path);
      const isSchema = ({ path }) => path.startsWith("schema/");
      const groups = [
        {
          title: "Documents",
          note: "what the pages show",
          rows: files.filter((file) => !isDated(file) && !isSchema(file))
        },
        {
          title: "Records by day and month",
          note: "days as they are stored, the newest first",
          rows: files.filter(isDated)
        },
        {
          title: "JSON Schemas",
          note: "draft 2020-12",
          rows: files.filter(isSchema)
        }
      ];
      const size = files.reduce((sum2, file) => sum2 + file.bytes, 0);
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "API & export",
        "heading": "API & export",
        "lede": `Everything on these pages as files: ${plural(files.length, "file")}, ${bytes(size)}. GET only, no key, as of the last sync.`,
        "section": "api/"
      }, {
        "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<section class="card" aria-labelledby="use"><div class="card-head"><h2 id="use">How to use it</h2></div><pre class="example" tabindex="0" role="region" aria-label="Example">curl -s <span data-here>https://…</span>v1/steps.json | jq '.data["30d"].steps[:3]'</pre><div class="card-body"><p>Every JSON file with a schema says its <code>schema</code>, <code>repository</code>, <code>as_of</code>, <code>build_id</code> and${" "}<code>units</code>, and holds the rest under <code>data</code>. Times are UTC, durations seconds, shares 0 to 1, and unknown is${" "}<code>null</code>, never 0. Within <code>v1</code> fields are only added; files without a schema serve the pages of the same build and may change. To see whether there is something new, fetch${" "}<a${addAttribute(href("api/v1/meta.json"), "href")}>meta.json</a> and compare <code>build_id</code>. CSV follows RFC 4180; a text that a spreadsheet would execute begins with an apostrophe.</p></div></section>${groups.filter(({ rows }) => rows.length > 0).map(({ title, note, rows }) => renderTemplate`<section class="card"${addAttribute(title, "aria-label")}><div class="card-head"><h2>${title}</h2><span class="note">${plural(rows.length, "file")}, ${note}</span></div>${renderComponent($$result2, "CatalogueTable", $$CatalogueTable, {
          "label": `${title}: table`,
          "files": rows.slice(0, MOST)
        })}${rows.length > MOST && renderTemplate`<details class="gap"><summary>${plural(rows.length - MOST, "more file")}</summary>${renderComponent($$result2, "CatalogueTable", $$CatalogueTable, {
          "label": `${title}: the rest`,
          "files": rows.slice(MOST)
        })}</details>`}</section>`)}${unpublished_days > 0 && renderTemplate`<p>The records of ${plural(unpublished_days, "older day")} are stored on the data branch of ${site.repository} and not published here, because GitHub Pages serves no site above 1 GB.</p>`}`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href("api/v1/index.json"), "href")}>Catalogue as JSON</a></li></ul>`
      })}${renderScript($$result, "/site/src/pages/api/index.astro?astro&type=script&index=0&lang.ts")}`;
    }, "/site/src/pages/api/index.astro", void 0);
    $$file2 = "/site/src/pages/api/index.astro";
    $$url2 = "/__BASE__/api/";
    page3 = () => api_exports;
  }
});

// server/chunks/run-links.mjs
function parameters(search) {
  return search.replace(/^\?/, "").split("&").filter((part) => part !== "").map((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
  });
}
function readChoice(raw) {
  const values = raw.split(",").filter((value) => value !== "" && value !== "!");
  return {
    include: values.filter((value) => !value.startsWith("!")).map(decode2),
    exclude: values.filter((value) => value.startsWith("!")).map((value) => decode2(value.slice(1)))
  };
}
function writeChoice({ include, exclude }) {
  return [...include.map(encode2), ...exclude.map((value) => `!${encode2(value)}`)].join(",");
}
function readList(raw) {
  return raw.split(",").filter(Boolean).map(decode2);
}
function writeList(values) {
  return values.map(encode2).join(",");
}
function readInstant(raw) {
  const text = decode2(raw);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return toUtc(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? toUtc(`${text}:00Z`) : null;
}
function writeInstant(utc) {
  return utc.endsWith("T00:00:00Z") ? utc.slice(0, 10) : utc.slice(0, 16);
}
function readSeconds(raw) {
  return /^\d{1,8}$/.test(raw) ? Number(raw) : null;
}
function encode2(text) {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, "\uFFFD")).replaceAll("!", "%21").replaceAll("%2F", "/");
}
function decode2(raw) {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return raw;
  }
}
function parseRunQuery(search) {
  let query = DEFAULT_QUERY;
  const unread = [];
  for (const [name, raw] of parameters(search)) {
    const read = READERS.get(name)?.(raw, query) ?? null;
    if (read === null) unread.push({
      parameter: decode2(name),
      value: decode2(raw)
    });
    else query = {
      ...query,
      ...read
    };
  }
  if (query.from !== null && query.to !== null && query.from >= query.to) {
    unread.push({
      parameter: "to",
      value: writeInstant(query.to)
    });
    query = {
      ...query,
      to: null
    };
  }
  return {
    query,
    unread
  };
}
function formatRunQuery(query) {
  const parts = partsOf(query).filter(([, value]) => value !== "");
  const written = () => parts.map((part) => part.join("=")).join("&");
  let dropped = null;
  while (written().length > LONGEST_SEARCH) {
    const [largest] = parts.toSorted(([, a2], [, b]) => b.length - a2.length);
    if (largest === void 0) break;
    parts.splice(parts.indexOf(largest), 1);
    dropped = largest[0];
  }
  return {
    search: parts.length === 0 ? "" : `?${written()}`,
    dropped
  };
}
function runsSearch(wanted) {
  const facets = { ...DEFAULT_QUERY.facets };
  for (const facet of FACETS) facets[facet] = {
    include: wanted[facet] ?? [],
    exclude: []
  };
  return formatRunQuery({
    ...DEFAULT_QUERY,
    ...wanted,
    facets
  }).search;
}
function known(name, value) {
  return value === null ? null : { [name]: value };
}
function partsOf({ sort, step, ...query }) {
  return [
    ["p", query.from !== null || query.to !== null || query.period === "7d" ? "" : query.period],
    ["from", query.from === null ? "" : writeInstant(query.from)],
    ["to", query.to === null ? "" : writeInstant(query.to)],
    ...FACETS.map((facet) => [facet, writeChoice(query.facets[facet])]),
    ["signature", writeList(query.signatures)],
    ["attempt", query.reruns ? "rerun" : ""],
    ["job", writeList(step.jobs)],
    ["step", writeList(step.steps)],
    ["result", step.failed ? "failed" : ""],
    ["slower", step.slowerThan?.toString() ?? ""],
    ["min", query.shortest?.toString() ?? ""],
    ["max", query.longest?.toString() ?? ""],
    ["q", encode2(query.text.trim())],
    ["sort", sort.key === "started" && sort.descending ? "" : `${sort.descending ? "-" : ""}${sort.key}`],
    ["cols", query.columns.join() === DEFAULT_COLUMNS.join() ? "" : writeList(query.columns)]
  ];
}
function runsLink({ without, ...wanted }) {
  const search = runsSearch(wanted);
  if (!without) return `runs/${search}`;
  const { query } = parseRunQuery(search);
  const wf = {
    include: query.facets.wf.include,
    exclude: [without]
  };
  return `runs/${formatRunQuery({
    ...query,
    facets: {
      ...query.facets,
      wf
    }
  }).search}`;
}
function errorPath(signature) {
  return `errors/${signature}/`;
}
function runLink(id, attempt = null) {
  return attempt === null ? `runs/${id}/` : `runs/${id}/attempts/${attempt}/`;
}
var FACETS, SORT_KEYS, COLUMNS, DEFAULT_COLUMNS, NOTHING, DEFAULT_QUERY, LONGEST_SEARCH, READERS;
var init_run_links = __esm({
  "server/chunks/run-links.mjs"() {
    "use strict";
    init_Page();
    FACETS = [
      "wf",
      "agent",
      "branch",
      "event",
      "status",
      "category",
      "actor"
    ];
    SORT_KEYS = [
      "started",
      "status",
      "category",
      "run",
      "workflow",
      "agent",
      "branch",
      "event",
      "actor",
      "queue",
      "duration"
    ];
    COLUMNS = [
      "status",
      "run",
      "category",
      "workflow",
      "agent",
      "branch",
      "event",
      "actor",
      "started",
      "queue",
      "duration",
      "sha"
    ];
    DEFAULT_COLUMNS = COLUMNS.filter((column) => column !== "sha");
    NOTHING = {
      include: [],
      exclude: []
    };
    DEFAULT_QUERY = {
      period: "7d",
      from: null,
      to: null,
      text: "",
      facets: {
        wf: NOTHING,
        agent: NOTHING,
        branch: NOTHING,
        event: NOTHING,
        status: NOTHING,
        category: NOTHING,
        actor: NOTHING
      },
      signatures: [],
      reruns: false,
      step: {
        jobs: [],
        steps: [],
        failed: false,
        slowerThan: null
      },
      shortest: null,
      longest: null,
      sort: {
        key: "started",
        descending: true
      },
      columns: DEFAULT_COLUMNS
    };
    LONGEST_SEARCH = 1500;
    READERS = new Map([
      ["p", (raw) => known("period", PERIODS.find((name) => name === raw) ?? null)],
      ["from", (raw) => known("from", readInstant(raw))],
      ["to", (raw) => known("to", readInstant(raw))],
      ...FACETS.map((facet) => [facet, (raw, query) => {
        const choice = readChoice(raw);
        if (choice.include.length + choice.exclude.length === 0) return null;
        return { facets: {
          ...query.facets,
          [facet]: choice
        } };
      }]),
      ["signature", (raw) => {
        const signatures2 = readList(raw);
        return signatures2.every((signature) => /^[0-9a-f]{16}$/.test(signature)) ? { signatures: signatures2 } : null;
      }],
      ["attempt", (raw) => raw === "rerun" ? { reruns: true } : null],
      ["job", (raw, { step }) => ({ step: {
        ...step,
        jobs: readList(raw)
      } })],
      ["step", (raw, { step }) => ({ step: {
        ...step,
        steps: readList(raw)
      } })],
      ["result", (raw, { step }) => raw === "failed" ? { step: {
        ...step,
        failed: true
      } } : null],
      ["slower", (raw, { step }) => {
        const slowerThan = readSeconds(raw);
        return slowerThan === null ? null : { step: {
          ...step,
          slowerThan
        } };
      }],
      ["min", (raw) => known("shortest", readSeconds(raw))],
      ["max", (raw) => known("longest", readSeconds(raw))],
      ["q", (raw) => ({ text: decode2(raw).trim() })],
      ["sort", (raw) => {
        const key = SORT_KEYS.find((name) => name === raw.replace(/^-/, ""));
        return key === void 0 ? null : { sort: {
          key,
          descending: raw.startsWith("-")
        } };
      }],
      ["cols", (raw) => {
        const wanted = readList(raw);
        const columns = COLUMNS.filter((column) => wanted.includes(column));
        return columns.length > 0 && columns.length === wanted.length ? { columns } : null;
      }]
    ]);
  }
});

// server/chunks/stats.mjs
function nearestRank(ascending, fraction) {
  const value = ascending[Math.max(0, Math.ceil(fraction * ascending.length) - 1)];
  if (value === void 0) throw new RangeError("no percentile of an empty list");
  return value;
}
function distribution(values) {
  const ascending = Float64Array.from(values).sort();
  const n2 = ascending.length;
  const at = (fraction, least) => n2 < least ? null : nearestRank(ascending, fraction);
  return {
    n: n2,
    mean: n2 === 0 ? null : ascending.reduce((sum2, value) => sum2 + value, 0) / n2,
    p50: at(0.5, 1),
    p90: at(0.9, LEAST.p90),
    p95: at(0.95, LEAST.p95),
    p99: at(0.99, LEAST.p99),
    max: at(1, 1)
  };
}
function rate(part, n2) {
  return {
    value: n2 === 0 ? null : part / n2,
    part,
    n: n2
  };
}
function change(current, previous) {
  return current === null || previous === null ? null : current - previous;
}
var LEAST, Rate;
var init_stats = __esm({
  "server/chunks/stats.mjs"() {
    "use strict";
    init_server();
    LEAST = {
      p90: 10,
      p95: 20,
      p99: 100
    };
    Rate = strictObject({
      value: number().nullable(),
      part: number().int(),
      n: number().int()
    });
  }
});

// server/chunks/Delta.mjs
var $$Delta;
var init_Delta = __esm({
  "server/chunks/Delta.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    createAstro("https://astro.build");
    $$Delta = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Delta;
      const { change: change2, amount, better, least = 0, brief = false } = Astro.props;
      const none = change2 !== null && Math.abs(change2) <= least;
      const up = change2 !== null && change2 > 0;
      const good = better === null ? null : up === (better === "up");
      return renderTemplate`${maybeRenderHead($$result)}<span class="delta">${change2 === null ? "nothing to compare with" : none ? "no change" : renderTemplate`<span${addAttribute(good === null ? void 0 : good ? "better" : "worse", "class")}>${up ? "\u2191" : "\u2193"}${" "}${amount}${good !== null && renderTemplate`<span${addAttribute(brief ? "visually-hidden" : void 0, "class")}>, ${good ? "better" : "worse"}</span>`}</span>`}</span>`;
    }, "/site/src/components/Delta.astro", void 0);
  }
});

// server/chunks/Sparkline.mjs
var $$Sparkline;
var init_Sparkline = __esm({
  "server/chunks/Sparkline.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    createAstro("https://astro.build");
    $$Sparkline = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Sparkline;
      const WIDTH = 100;
      const HEIGHT = 26;
      const { values } = Astro.props;
      const highest = Math.max(...values.map((value) => value ?? 0), 0);
      const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
      let drawing = false;
      const path = values.map((value, index) => {
        if (value === null) {
          drawing = false;
          return "";
        }
        const x = (index * step).toFixed(1);
        const y = (27 - (highest === 0 ? 0 : value / highest * HEIGHT)).toFixed(1);
        const command = drawing ? "L" : "M";
        drawing = true;
        return `${command}${x} ${y}${values[index + 1] === null || index === values.length - 1 ? "h.1" : ""}`;
      }).join("");
      return renderTemplate`${path !== "" && renderTemplate`${maybeRenderHead($$result)}<svg class="spark"${addAttribute(`0 0 ${WIDTH} 28`, "viewBox")} preserveAspectRatio="none" aria-hidden="true"><path${addAttribute(path, "d")}></path></svg>`}`;
    }, "/site/src/components/Sparkline.astro", void 0);
  }
});

// server/chunks/Tile.mjs
var $$Tile;
var init_Tile = __esm({
  "server/chunks/Tile.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_Sparkline();
    createAstro("https://astro.build");
    $$Tile = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Tile;
      const { label, value, n: n2, link, spark } = Astro.props;
      return renderTemplate`${renderComponent($$result, "Tag", link === void 0 ? "div" : "a", {
        "class": "tile",
        "href": link === void 0 ? void 0 : href(link)
      }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<span class="label">${label}</span><span class="value">${value}</span><span>${renderSlot($$result2, $$slots["default"])}</span><span class="n">${n2}</span>${spark && renderTemplate`${renderComponent($$result2, "Sparkline", $$Sparkline, { "values": spark })}`}` })}`;
    }, "/site/src/components/Tile.astro", void 0);
  }
});

// server/chunks/BarCell.mjs
var $$BarCell;
var init_BarCell = __esm({
  "server/chunks/BarCell.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    createAstro("https://astro.build");
    $$BarCell = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$BarCell;
      const { share, value, role } = Astro.props;
      const width = Math.max(0, Math.min(1, share)) * 100;
      return renderTemplate`${maybeRenderHead($$result)}<td class="bar-cell"${addAttribute(value ?? "", "data-value")}><div><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect${addAttribute(`fill-${role ?? "bar"}`, "class")}${addAttribute(width.toFixed(1), "width")} height="10"></rect></svg><span class="num">${renderSlot($$result, $$slots["default"])}</span></div></td>`;
    }, "/site/src/components/BarCell.astro", void 0);
  }
});

// server/chunks/TrendChart.mjs
function bucketLabel(start, bucketSeconds) {
  const day = `${Number(start.slice(8, 10))} ${MONTHS[Number(start.slice(5, 7)) - 1]}`;
  return bucketSeconds >= 86400 ? day : `${day} ${start.slice(11, 16)}`;
}
function bucketName(bucketSeconds) {
  if (bucketSeconds >= 86400) return "day";
  const hours = bucketSeconds / 3600;
  return hours === 1 ? "hour" : `${hours} hours`;
}
var MONTHS, $$TrendChart;
var init_TrendChart = __esm({
  "server/chunks/TrendChart.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_Scroll();
    MONTHS = [
      "Jan",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "Jun",
      "Jul",
      "Aug",
      "Sep",
      "Oct",
      "Nov",
      "Dec"
    ];
    createAstro("https://astro.build");
    $$TrendChart = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$TrendChart;
      const { title, note, finding, kind, unit, labels, series } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<figure class="card trend"><figcaption class="card-head"><h2>${title}</h2><span class="note">${note}</span></figcaption><p class="finding">${finding}</p>${renderComponent($$result, "trend-chart", "trend-chart", {
        "role": "img",
        "aria-label": `${title}. ${finding}`,
        "data-kind": kind,
        "data-unit": unit
      })}<ul class="legend">${series.map(({ name, color, link }) => {
        return renderTemplate`<li>${renderComponent($$result, "Tag", link === void 0 ? "span" : "a", {
          "class": "key",
          "href": link === void 0 ? void 0 : href(link)
        }, { "default": ($$result2) => renderTemplate`<svg viewBox="0 0 12 12" aria-hidden="true"><rect${addAttribute(`fill-${color.replace("status-", "")}`, "class")} y="1" width="10" height="10" rx="2"></rect></svg>${name}` })}</li>`;
      })}</ul><details class="data"><summary>Data table</summary>${renderComponent($$result, "Scroll", $$Scroll, { "label": `${title}: data` }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">From (UTC)</th>${series.map(({ name, color }) => renderTemplate`<th scope="col" class="num"${addAttribute(color, "data-color")}>${name}</th>`)}</tr></thead><tbody>${labels.map((label, index) => renderTemplate`<tr><th scope="row" class="nowrap">${label}</th>${series.map(({ values, texts, links }) => {
        const link = links?.[index];
        return renderTemplate`<td class="num"${addAttribute(values[index], "data-value")}>${link ? renderTemplate`<a${addAttribute(href(link), "href")}>${texts[index]}</a>` : texts[index]}</td>`;
      })}</tr>`)}</tbody></table>` })}</details></figure>${renderScript($$result, "/site/src/components/TrendChart.astro?astro&type=script&index=0&lang.ts")}`;
    }, "/site/src/components/TrendChart.astro", void 0);
  }
});

// server/chunks/outcome.mjs
function stateOf(ended) {
  return ended.conclusion || ended.status || "unknown";
}
function wordOf(ended) {
  return look(ended)?.word ?? stateOf(ended);
}
function roleOf(ended) {
  return look(ended)?.role ?? "neutral";
}
function look(ended) {
  return ended.conclusion ? OF_CONCLUSION[ended.conclusion] : OF_STATUS[ended.status ?? ""];
}
function statesOf(role) {
  return Object.entries({
    ...OF_CONCLUSION,
    ...OF_STATUS
  }).filter(([, look2]) => look2.role === role).map(([state]) => state);
}
function decided(outcomes) {
  return outcomes.success + outcomes.failure;
}
var ROLES, OF_CONCLUSION, OF_STATUS;
var init_outcome = __esm({
  "server/chunks/outcome.mjs"() {
    "use strict";
    ROLES = [
      "success",
      "failure",
      "attention",
      "running",
      "neutral"
    ];
    OF_CONCLUSION = {
      success: {
        role: "success",
        word: "Success"
      },
      failure: {
        role: "failure",
        word: "Failed"
      },
      timed_out: {
        role: "failure",
        word: "Timed out"
      },
      startup_failure: {
        role: "failure",
        word: "Failed to start"
      },
      action_required: {
        role: "attention",
        word: "Needs approval"
      },
      stale: {
        role: "attention",
        word: "Stale"
      },
      cancelled: {
        role: "neutral",
        word: "Cancelled"
      },
      skipped: {
        role: "neutral",
        word: "Skipped"
      },
      neutral: {
        role: "neutral",
        word: "Neutral"
      }
    };
    OF_STATUS = {
      in_progress: {
        role: "running",
        word: "Running"
      },
      queued: {
        role: "running",
        word: "Queued"
      },
      requested: {
        role: "running",
        word: "Requested"
      },
      pending: {
        role: "running",
        word: "Pending"
      },
      waiting: {
        role: "attention",
        word: "Waiting"
      }
    };
  }
});

// server/chunks/Empty.mjs
var $$Empty;
var init_Empty = __esm({
  "server/chunks/Empty.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    createAstro("https://astro.build");
    $$Empty = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Empty;
      const { title, good = false } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<div${addAttribute(["empty", { good }], "class:list")}><strong>${title}</strong>${renderSlot($$result, $$slots["default"])}</div>`;
    }, "/site/src/components/Empty.astro", void 0);
  }
});

// server/chunks/index@_@astro2.mjs
var index_astro2_exports = {};
__export(index_astro2_exports, {
  page: () => page4
});
function shown(nanoUsd, unknown2) {
  return nanoUsd === 0 && unknown2 > 0 ? null : nanoUsd;
}
var $$Basis, $$CalendarTables, $$CostTiles, $$RunnerMinutes, $$SpendTable, $$SpendTrend, $$TokenClasses, $$UnitTable, $$WasteTable, costs_exports, $$Index2, $$file3, $$url3, page4;
var init_index_astro2 = __esm({
  "server/chunks/index@_@astro2.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_Page();
    init_Scroll();
    init_stats();
    init_Delta();
    init_Tile();
    init_BarCell();
    init_TrendChart();
    init_outcome();
    init_Empty();
    createAstro("https://astro.build");
    $$Basis = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Basis;
      const { costs } = Astro.props;
      const { spend, basis, coverage, minutes_coverage, tokens: tokens2 } = costs;
      const parts = [
        {
          key: "reported",
          label: "Reported",
          about: "dollars the agents told",
          color: "cat-1"
        },
        {
          key: "ai_credits",
          label: "AI credits",
          about: "credits the agents told, at $0.01",
          color: "cat-3"
        },
        {
          key: "priced",
          label: "Priced",
          about: "exact tokens at the list price of the day",
          color: "cat-4"
        },
        {
          key: "estimated",
          label: "Estimated",
          about: "approximate or incomplete tokens, or another seller's price",
          color: "cat-2"
        },
        {
          key: "list",
          label: "Minutes",
          about: "at GitHub's list price, before what your plan includes",
          color: "cat-5"
        },
        {
          key: "configured",
          label: "Configured",
          about: "prices of your configuration",
          color: "cat-6"
        }
      ].map((kind) => ({
        ...kind,
        amount: basis[kind.key] ?? 0
      })).filter(({ amount }) => amount > 0);
      let x = 0;
      const bars = parts.map(({ color, amount }) => {
        const bar = {
          color,
          x,
          width: amount / Math.max(spend.total_nano_usd, 1) * 100
        };
        x += bar.width;
        return bar;
      });
      return renderTemplate`${maybeRenderHead($$result)}<section class="card basis" aria-labelledby="basis"><div class="card-head"><h2 id="basis">What it rests on</h2><span class="note">prices of ${costs.price_table}, those of the day</span></div><div class="card-body">${bars.length > 0 && renderTemplate`<svg class="basis-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars.map((bar) => renderTemplate`<rect${addAttribute(`fill-${bar.color}`, "class")}${addAttribute(bar.x.toFixed(2), "x")}${addAttribute(bar.width.toFixed(2), "width")} height="10"></rect>`)}</svg>`}<dl>${parts.map(({ label, about, amount, color }) => renderTemplate`<div><dt><svg viewBox="0 0 12 12" aria-hidden="true"><rect${addAttribute(`fill-${color}`, "class")} y="1" width="10" height="10" rx="2"></rect></svg>${label}</dt><dd><strong>${money(amount)}</strong> ${percent(amount / spend.total_nano_usd)} <span class="muted">${about}</span></dd></div>`)}</dl><p><strong>Coverage</strong>:${" "}${coverage.n === 0 ? "no agent ran" : `${percent(coverage.value)} of ${plural(coverage.n, "agent execution")} have known usage and a price`};${minutes_coverage.n === 0 ? "no attempt" : ` ${percent(minutes_coverage.value)} of ${plural(minutes_coverage.n, "attempt")} have known minutes`}.${spend.unknown > 0 && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate` What is unknown is in no sum. <a${addAttribute(href("health/"), "href")}>Data health</a> says what was not fetched.` })}`}${costs.visibility === "public" && " Standard runners are free in a public repository."}</p>${(tokens2.ai_credits !== null || tokens2.premium_requests !== null) && renderTemplate`<p>In units of their own, never added to each other: ${tokens2.ai_credits !== null && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${count(tokens2.ai_credits)} AI credits` })}`}${tokens2.ai_credits !== null && tokens2.premium_requests !== null && ", "}${tokens2.premium_requests !== null && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${count(tokens2.premium_requests)} premium requests` })}`}.</p>`}</div></section>`;
    }, "/site/src/components/costs/Basis.astro", void 0);
    createAstro("https://astro.build");
    $$CalendarTables = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$CalendarTables;
      const { calendar } = Astro.props;
      const MOST = 31;
      const UNITS = [
        {
          key: "months",
          name: "Months",
          head: "Month"
        },
        {
          key: "weeks",
          name: "Weeks",
          head: "Week from"
        },
        {
          key: "days",
          name: "Days",
          head: "Day"
        }
      ];
      const newest = (rows) => rows.slice(0, MOST);
      return renderTemplate`${maybeRenderHead($$result)}<section class="card calendar" aria-labelledby="calendar"><div class="card-head"><h2 id="calendar">Months, weeks and days</h2><span class="note">all that is stored, UTC; the newest is still filling</span></div>${UNITS.map(({ key, name, head }) => renderTemplate`<details${addAttribute(key === "months", "open")}><summary>${name} (${newest(calendar[key]).length === calendar[key].length ? count(calendar[key].length) : `${MOST} of ${count(calendar[key].length)}`})</summary>${renderComponent($$result, "Scroll", $$Scroll, { "label": `Spend by ${key}` }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">${head}</th><th scope="col" class="num">Spend</th><th scope="col" class="num">Tokens</th><th scope="col" class="num">Minutes</th><th scope="col" class="num">Attempts</th><th scope="col" class="num">Unknown</th>${key === "months" && renderTemplate`<th scope="col">Ledger</th>`}</tr></thead><tbody>${newest(calendar[key]).map(({ start, attempts, spend }) => renderTemplate`<tr><th scope="row" class="nowrap">${start}</th><td class="num">${money(shown(spend.total_nano_usd, spend.unknown))}</td><td class="num">${money(shown(spend.tokens_nano_usd, spend.unknown_tokens))}</td><td class="num">${money(shown(spend.minutes_nano_usd, spend.unknown - spend.unknown_tokens))}</td><td class="num">${count(attempts)}</td><td class="num">${count(spend.unknown)}</td>${key === "months" && renderTemplate`<td class="nowrap"><a${addAttribute(href(`api/v1/costs/ledger-${start}.csv`), "href")}${addAttribute(`Ledger of ${start} as CSV`, "aria-label")}>CSV</a>${" "}<a${addAttribute(href(`api/v1/costs/ledger-${start}.json`), "href")}${addAttribute(`Ledger of ${start} as JSON`, "aria-label")}>JSON</a></td>`}</tr>`)}</tbody></table>` })}</details>`)}<p class="card-body small muted">The ledger has one line for each model of each execution, each kind of runner of each attempt, and each paid service, with its price and basis. Its amounts add up to the month above, and to every other figure of this page.</p></section>`;
    }, "/site/src/components/costs/CalendarTables.astro", void 0);
    createAstro("https://astro.build");
    $$CostTiles = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$CostTiles;
      const { costs } = Astro.props;
      const { spend, previous, tokens: tokens$1, units: units2, waste, coverage, minutes_coverage, trend } = costs;
      const whole = trend.slice(0, -1);
      const changed = change(spend.total_nano_usd, previous?.total_nano_usd ?? null);
      const sum2 = tokens$1.classes.reduce((all, row) => all + row.tokens, 0);
      const each = (unit) => units2.agents.find((row) => row.unit === unit);
      const successful = each("successful run");
      const run2 = each("run");
      const free = costs.worth_minutes_nano_usd - spend.minutes_nano_usd;
      const wasted = waste.all.spend.total_nano_usd;
      const ofTokens = shown(spend.tokens_nano_usd, coverage.n - coverage.part);
      return renderTemplate`${maybeRenderHead($$result)}<section class="tiles" aria-label="Key figures">${renderComponent($$result, "Tile", $$Tile, {
        "label": "Spend",
        "value": money(shown(spend.total_nano_usd, spend.unknown)),
        "n": spend.unknown === 0 ? `of ${plural(costs.attempts, "attempt")}` : `known; ${plural(spend.unknown, "amount")} unknown`,
        "link": "#basis",
        "spark": whole.map((bucket) => bucket.spend.total_nano_usd)
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": changed,
        "amount": money(Math.abs(changed ?? 0)),
        "better": null
      })}` })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Tokens",
        "value": money(ofTokens),
        "n": coverage.n === 0 ? "no agent ran" : `${tokens(sum2)} tokens; ${count(coverage.part)} of ${plural(coverage.n, "execution")} known`,
        "link": "#models",
        "spark": whole.map((bucket) => bucket.spend.tokens_nano_usd)
      })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Runner minutes",
        "value": money(minutes_coverage.part === 0 && costs.attempts > 0 ? null : spend.minutes_nano_usd),
        "n": free > 0 ? `and ${money(free)} worth for free` : `${count(minutes_coverage.part)} of ${plural(minutes_coverage.n, "attempt")} known`,
        "link": "#runners",
        "spark": whole.map((bucket) => bucket.spend.minutes_nano_usd)
      })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Per successful agent run",
        "value": money(successful?.each_nano_usd ?? null),
        "n": run2?.n ? `${count(successful?.n ?? 0)} of ${plural(run2.n, "run")}; failures paid for` : "no agent ran",
        "link": "#units"
      })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Cache hits",
        "value": percent(tokens$1.cache_hits.value),
        "n": `of ${tokens(tokens$1.cache_hits.n)} prompt tokens`,
        "link": "#classes"
      })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Waste",
        "value": money(shown(wasted, waste.all.spend.unknown)),
        "n": `${percent(spend.total_nano_usd === 0 ? null : wasted / spend.total_nano_usd)} of spend, ${plural(waste.all.attempts, "attempt")}`,
        "link": "#waste"
      })}</section>`;
    }, "/site/src/components/costs/CostTiles.astro", void 0);
    createAstro("https://astro.build");
    $$RunnerMinutes = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunnerMinutes;
      const { runners } = Astro.props;
      const WORDS = {
        list: "GitHub's list price",
        free: "free in this repository",
        configured: "your price",
        self_hosted: "yours; no price configured",
        unknown: "no price known"
      };
      const billed = runners.reduce((sum2, row) => sum2 + row.minutes, 0);
      const took = runners.reduce((sum2, row) => sum2 + row.seconds, 0);
      return renderTemplate`${maybeRenderHead($$result)}<section class="card" aria-labelledby="runners"><div class="card-head"><h2 id="runners">Runner minutes</h2><span class="note">${count(billed)} billed for ${duration2(took)} of work: each job is rounded up to a minute</span></div>${runners.length === 0 ? renderTemplate`<p class="card-body muted">No job with known times ran in this period.</p>` : renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "Runner minutes: table" }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">Runner</th><th scope="col" class="num">Jobs</th><th scope="col" class="num">Minutes</th><th scope="col" class="num">Spend</th><th scope="col" class="num">Worth</th><th scope="col">Basis</th></tr></thead><tbody>${runners.map((row) => renderTemplate`<tr><th scope="row"><span class="clip"${addAttribute(row.runner, "title")}>${row.runner.replace(/^actions_/, "").replaceAll("_", " ")}</span></th><td class="num">${count(row.jobs)}</td><td class="num">${count(row.minutes)}</td><td class="num">${money(row.nano_usd)}</td><td class="num">${money(row.worth_nano_usd)}</td><td class="nowrap">${WORDS[row.basis]}</td></tr>`)}</tbody></table>` })}`}</section>`;
    }, "/site/src/components/costs/RunnerMinutes.astro", void 0);
    createAstro("https://astro.build");
    $$SpendTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SpendTable;
      const MOST = 8;
      const { id, title, noun, none, rows, total, parts, link } = Astro.props;
      const shown$1 = rows.length === 9 ? rows : rows.slice(0, MOST);
      const rest = rows.slice(shown$1.length);
      const largest = Math.max(...rows.map(({ spend }) => spend.total_nano_usd), 1);
      const sum2 = (key) => rest.reduce((all, { spend }) => all + spend[key], 0);
      return renderTemplate`${maybeRenderHead($$result)}<section class="card"${addAttribute(id, "aria-labelledby")}><div class="card-head"><h2${addAttribute(id, "id")}>${title}</h2>${rest.length > 0 && renderTemplate`<span class="note">${shown$1.length} of ${plural(rows.length, noun)} shown</span>`}</div>${rows.length === 0 ? renderTemplate`<p class="card-body muted">Nothing in this period.</p>` : renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": `${title}: table` }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">${noun.charAt(0).toUpperCase() + noun.slice(1)}</th><th scope="col" class="num">Spend</th><th scope="col" class="num">Share</th>${parts && renderTemplate`<th scope="col" class="num">Tokens</th>`}${parts && renderTemplate`<th scope="col" class="num">Minutes</th>`}<th scope="col" class="num">Attempts</th><th scope="col" class="num">Per attempt</th></tr></thead><tbody>${shown$1.map((row) => {
        const { name, spend, attempts } = row;
        const to = link?.(row) ?? null;
        const amount = shown(spend.total_nano_usd, spend.unknown);
        return renderTemplate`<tr><th scope="row"><span class="named">${to === null ? renderTemplate`<span${addAttribute(["clip", { muted: name === null }], "class:list")}${addAttribute(name ?? void 0, "title")}>${name ?? none}</span>` : renderTemplate`<a class="clip"${addAttribute(href(to), "href")}${addAttribute(name ?? void 0, "title")}>${name ?? none}</a>`}${spend.unknown > 0 && renderTemplate`<span class="tag">${count(spend.unknown)} unknown</span>`}</span></th>${renderComponent($$result2, "BarCell", $$BarCell, {
          "share": (amount ?? 0) / largest,
          "value": amount
        }, { "default": ($$result3) => renderTemplate`${money(amount)}` })}<td class="num">${percent(amount === null || total === 0 ? null : amount / total)}</td>${parts && renderTemplate`<td class="num">${money(shown(spend.tokens_nano_usd, spend.unknown_tokens))}</td>`}${parts && renderTemplate`<td class="num">${money(shown(spend.minutes_nano_usd, spend.unknown - spend.unknown_tokens))}</td>`}<td class="num">${count(attempts)}</td><td class="num">${money(amount === null ? null : Math.round(amount / attempts))}</td></tr>`;
      })}${rest.length > 0 && renderTemplate`<tr><th scope="row" class="muted">Other (${count(rest.length)})</th>${renderComponent($$result2, "BarCell", $$BarCell, {
        "share": sum2("total_nano_usd") / largest,
        "value": sum2("total_nano_usd")
      }, { "default": ($$result3) => renderTemplate`${money(shown(sum2("total_nano_usd"), sum2("unknown")))}` })}<td class="num">${percent(total === 0 ? null : sum2("total_nano_usd") / total)}</td>${parts && renderTemplate`<td class="num">${money(shown(sum2("tokens_nano_usd"), sum2("unknown_tokens")))}</td>`}${parts && renderTemplate`<td class="num">${money(sum2("minutes_nano_usd"))}</td>`}<td class="num">—</td><td class="num">—</td></tr>`}</tbody></table>` })}`}</section>`;
    }, "/site/src/components/costs/SpendTable.astro", void 0);
    createAstro("https://astro.build");
    $$SpendTrend = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SpendTrend;
      const { trend, period, spend } = Astro.props.costs;
      const KINDS = [
        {
          key: "tokens_nano_usd",
          name: "Tokens",
          color: "cat-1"
        },
        {
          key: "minutes_nano_usd",
          name: "Runner minutes",
          color: "cat-2"
        },
        {
          key: "calls_nano_usd",
          name: "Paid services",
          color: "cat-3"
        }
      ];
      const link = (start) => runsLink({
        from: start,
        to: addSeconds(start, period.bucket_seconds)
      });
      const series = KINDS.filter(({ key }) => spend[key] > 0).map(({ key, name, color }) => ({
        name,
        color,
        values: trend.map((bucket) => bucket.spend[key] / 1e9),
        texts: trend.map((bucket) => money(bucket.spend[key])),
        links: trend.map((bucket) => bucket.spend[key] > 0 ? link(bucket.start) : null)
      }));
      const dearest = trend.reduce((most, bucket) => bucket.spend.total_nano_usd > (most?.spend.total_nano_usd ?? 0) ? bucket : most, null);
      const finding = dearest === null ? spend.unknown > 0 ? "No amount is known." : "Nothing was spent." : `${money(spend.total_nano_usd)} in all; the dearest ${bucketName(period.bucket_seconds)} was ${bucketLabel(dearest.start, period.bucket_seconds)} with ${money(dearest.spend.total_nano_usd)}.`;
      return renderTemplate`${renderComponent($$result, "TrendChart", $$TrendChart, {
        "title": "Spend",
        "note": `US dollars per ${bucketName(period.bucket_seconds)}, UTC; the last is still filling`,
        "finding": finding,
        "kind": "bar",
        "unit": "usd",
        "labels": trend.map(({ start }) => bucketLabel(start, period.bucket_seconds)),
        "series": series
      })}`;
    }, "/site/src/components/costs/SpendTrend.astro", void 0);
    createAstro("https://astro.build");
    $$TokenClasses = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$TokenClasses;
      const { classes, cache_hits, unpriced } = Astro.props.use;
      const NAMES = {
        input: "Prompt, not cached",
        cache_read: "Prompt, from the cache",
        cache_write: "Prompt, written to the cache",
        output: "Answer",
        reasoning: "Reasoning",
        unsplit: "Reported without its tokens"
      };
      const rows = classes.filter(({ tokens: tokens2, nano_usd }) => tokens2 > 0 || nano_usd > 0);
      const total = {
        tokens: 0,
        nano_usd: 0
      };
      for (const row of rows) {
        total.tokens += row.tokens;
        total.nano_usd += row.nano_usd;
      }
      const amount = (row) => row.tokens > 0 && row.unpriced_tokens === row.tokens ? null : row.nano_usd;
      return renderTemplate`${maybeRenderHead($$result)}<section class="card" aria-labelledby="classes"><div class="card-head"><h2 id="classes">Token classes</h2><span class="note">the cache served ${percent(cache_hits.value)} of ${tokens(cache_hits.n)} prompt tokens</span></div>${rows.length === 0 ? renderTemplate`<p class="card-body muted">No usage is known in this period.</p>` : renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "Token classes: table" }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">Class</th><th scope="col" class="num">Tokens</th><th scope="col" class="num">Spend</th><th scope="col" class="num">Share</th><th scope="col" class="num">Per million</th></tr></thead><tbody>${rows.map((row) => {
        const priced = row.tokens - row.unpriced_tokens;
        return renderTemplate`<tr><th scope="row">${NAMES[row.name]}</th><td class="num">${count(row.tokens)}</td><td class="num">${money(amount(row))}</td><td class="num">${percent(total.nano_usd === 0 ? null : row.nano_usd / total.nano_usd)}</td><td class="num">${money(priced === 0 ? null : Math.round(row.nano_usd / priced * 1e6))}</td></tr>`;
      })}<tr><th scope="row"><strong>All</strong></th><td class="num">${count(total.tokens)}</td><td class="num"><strong>${money(total.nano_usd)}</strong></td><td class="num"></td><td class="num"></td></tr></tbody></table>` })}`}${unpriced.length > 0 && renderTemplate`<div class="card-body explain"><p><strong>Not priced</strong>: ${tokens(unpriced.reduce((sum2, row) => sum2 + row.tokens, 0))} tokens, in no sum above. A price of yours in <code>prices.models</code> counts them in.</p><ul class="plain">${unpriced.map((row) => renderTemplate`<li><strong><bdi>${row.model ?? "model not told"}</bdi></strong>${row.tier && ` (${row.tier})`}${row.provider && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate` of <bdi>${row.provider}</bdi>` })}`}: ${count(row.tokens)} tokens, ${plural(row.executions, "row")} of usage; ${row.why}</li>`)}</ul></div>`}</section>`;
    }, "/site/src/components/costs/TokenClasses.astro", void 0);
    createAstro("https://astro.build");
    $$UnitTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$UnitTable;
      const { units: units2 } = Astro.props;
      const NAMES = {
        run: "Run",
        "successful run": "Successful run",
        "pull request": "Pull request",
        action: "Action of an agent"
      };
      const rows = units2.all.map((all) => ({
        all,
        agents: units2.agents.find(({ unit }) => unit === all.unit)
      }));
      return renderTemplate`${maybeRenderHead($$result)}<section class="card" aria-labelledby="units"><div class="card-head"><h2 id="units">What one costs</h2><span class="note">known spend ÷ n; failed runs are paid for by the successful</span></div>${renderComponent($$result, "Scroll", $$Scroll, { "label": "What one costs: table" }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">One</th><th scope="col" class="num">Agent runs</th><th scope="col" class="num">n</th><th scope="col" class="num">All runs</th><th scope="col" class="num">n</th></tr></thead><tbody>${rows.map(({ all, agents }) => renderTemplate`<tr><th scope="row">${NAMES[all.unit]}</th><td class="num">${money(agents?.each_nano_usd ?? null)}</td><td class="num muted">${count(agents?.n ?? null)}</td><td class="num">${money(all.each_nano_usd)}</td><td class="num muted">${count(all.n)}</td></tr>`)}</tbody></table>` })}</section>`;
    }, "/site/src/components/costs/UnitTable.astro", void 0);
    createAstro("https://astro.build");
    $$WasteTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$WasteTable;
      const { waste, total, period } = Astro.props;
      const ROWS = [
        {
          kind: "failed",
          name: "Failed",
          about: "failed or timed out",
          link: runsLink({
            period,
            status: statesOf("failure")
          })
        },
        {
          kind: "superseded",
          name: "Superseded",
          about: "cancelled by a newer run of its branch"
        },
        {
          kind: "cancelled",
          name: "Cancelled",
          about: "otherwise",
          link: runsLink({
            period,
            status: ["cancelled"]
          })
        },
        {
          kind: "no_op",
          name: "Nothing to do",
          about: "the agent said so"
        }
      ];
      const largest = Math.max(...ROWS.map(({ kind }) => waste[kind].spend.total_nano_usd), 1);
      return renderTemplate`${maybeRenderHead($$result)}<section class="card" aria-labelledby="waste"><div class="card-head"><h2 id="waste">Waste</h2><span class="note">an attempt is in one row only</span></div>${renderComponent($$result, "Scroll", $$Scroll, { "label": "Waste: table" }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">What it brought</th><th scope="col" class="num">Spend</th><th scope="col" class="num">Share</th><th scope="col" class="num">Attempts</th></tr></thead><tbody>${ROWS.map(({ kind, name, about, link }) => {
        const { attempts, spend } = waste[kind];
        return renderTemplate`<tr><th scope="row">${link && attempts > 0 ? renderTemplate`<a${addAttribute(href(link), "href")}>${name}</a>` : name} <span class="muted small">${about}</span></th>${renderComponent($$result2, "BarCell", $$BarCell, {
          "share": spend.total_nano_usd / largest,
          "value": spend.total_nano_usd,
          "role": "failure"
        }, { "default": ($$result3) => renderTemplate`${money(shown(spend.total_nano_usd, spend.unknown))}` })}<td class="num">${percent(total === 0 ? null : spend.total_nano_usd / total)}</td><td class="num">${count(attempts)}</td></tr>`;
      })}<tr><th scope="row"><strong>All</strong></th><td class="num"><strong>${money(shown(waste.all.spend.total_nano_usd, waste.all.spend.unknown))}</strong></td><td class="num">${percent(total === 0 ? null : waste.all.spend.total_nano_usd / total)}</td><td class="num">${count(waste.all.attempts)}</td></tr></tbody></table>` })}<p class="card-body small muted">Apart from these, and overlapping them: ${count(waste.rerun.attempts)} attempts after the first cost ${money(shown(waste.rerun.spend.total_nano_usd, waste.rerun.spend.unknown))}.</p></section>`;
    }, "/site/src/components/costs/WasteTable.astro", void 0);
    costs_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index2,
      file: () => $$file3,
      url: () => $$url3
    });
    createAstro("https://astro.build");
    $$Index2 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index2;
      const { costs, calendar, workflows } = Astro.locals.document;
      const { by, spend, period } = costs;
      const filter = { period: period.name };
      const slugs = new Map(workflows.map(({ id, slug }) => [id, slug]));
      const workflowLink = ({ workflow_id }) => {
        const slug = workflow_id === null ? void 0 : slugs.get(workflow_id);
        return slug === void 0 ? null : runsLink({
          ...filter,
          wf: [slug]
        });
      };
      const agentLink = ({ name }) => name?.startsWith("checks of ") ? null : runsLink({
        ...filter,
        agent: [name ?? "(none)"]
      });
      const total = spend.total_nano_usd;
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Costs",
        "heading": "Costs",
        "lede": "What agents' tokens and the runners' minutes cost, in US dollars; every amount says what it rests on, and what is not known is in no sum.",
        "section": "costs/",
        "periods": {
          page: "costs/",
          current: period.name
        }
      }, {
        "default": ($$result2) => renderTemplate`${costs.attempts === 0 ? renderTemplate`${maybeRenderHead($$result2)}<section class="card">${renderComponent($$result2, "Empty", $$Empty, { "title": "Nothing ran in this period" }, { "default": ($$result3) => renderTemplate`A longer period may have some; the months below have all.` })}</section>` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`${renderComponent($$result3, "CostTiles", $$CostTiles, { "costs": costs })}${renderComponent($$result3, "Basis", $$Basis, { "costs": costs })}${renderComponent($$result3, "SpendTrend", $$SpendTrend, { "costs": costs })}${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "workflows",
          "title": "By workflow",
          "noun": "workflow",
          "none": "deleted workflow",
          "rows": by.workflow,
          "total": total,
          "parts": true,
          "link": workflowLink
        })}<div class="pair">${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "agents",
          "title": "By agent",
          "noun": "agent",
          "none": "no agent",
          "rows": by.agent,
          "total": total,
          "parts": true,
          "link": agentLink
        })}${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "models",
          "title": "By model",
          "noun": "model",
          "none": "model not told",
          "rows": by.model,
          "total": spend.tokens_nano_usd,
          "parts": false
        })}</div><div class="pair">${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "providers",
          "title": "By provider",
          "noun": "provider",
          "none": "provider not told",
          "rows": by.provider,
          "total": spend.tokens_nano_usd,
          "parts": false
        })}${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "events",
          "title": "By event",
          "noun": "event",
          "none": "\u2014",
          "rows": by.event,
          "total": total,
          "parts": true,
          "link": (({ name }) => name === null ? null : runsLink({
            ...filter,
            event: [name]
          }))
        })}</div><div class="pair">${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "users",
          "title": "By who started it",
          "noun": "user",
          "none": "not told",
          "rows": by.user,
          "total": total,
          "parts": true
        })}${renderComponent($$result3, "SpendTable", $$SpendTable, {
          "id": "repositories",
          "title": "By repository and organisation",
          "noun": "repository",
          "none": "\u2014",
          "rows": [...by.repository, ...by.organisation],
          "total": total,
          "parts": true
        })}</div><div class="pair">${renderComponent($$result3, "TokenClasses", $$TokenClasses, { "use": costs.tokens })}${renderComponent($$result3, "RunnerMinutes", $$RunnerMinutes, { "runners": costs.runners })}</div><div class="pair">${renderComponent($$result3, "UnitTable", $$UnitTable, { "units": costs.units })}${renderComponent($$result3, "WasteTable", $$WasteTable, {
          "waste": costs.waste,
          "total": total,
          "period": period.name
        })}</div>` })}`}${renderComponent($$result2, "CalendarTables", $$CalendarTables, { "calendar": calendar })}`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href(`api/v1/costs/summary-${period.name}.csv`), "href")}>CSV</a></li><li><a${addAttribute(href("api/v1/costs/summary.json"), "href")}>JSON</a></li></ul>`
      })}`;
    }, "/site/src/pages/costs/index.astro", void 0);
    $$file3 = "/site/src/pages/costs/index.astro";
    $$url3 = "/__BASE__/costs/";
    page4 = () => costs_exports;
  }
});

// server/chunks/category-word.mjs
function categoryWord(category) {
  const text = category.split("_").map((word2) => SHORTENED.get(word2) ?? word2).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
var SHORTENED, DOMAIN_WORDS;
var init_category_word = __esm({
  "server/chunks/category-word.mjs"() {
    "use strict";
    SHORTENED = /* @__PURE__ */ new Map([["json", "JSON"]]);
    DOMAIN_WORDS = {
      provider: "Provider",
      model: "Model",
      tooling: "Tooling and code",
      workflow: "Workflow design",
      governance: "Governance",
      unknown: "Unknown"
    };
  }
});

// server/chunks/links.mjs
function repositoryLinks(server2, fullName) {
  const home = `${server2}/${fullName}`;
  const path = (text) => text.split("/").map(encodeURIComponent).join("/");
  return {
    home,
    run: (id, attempt) => attempt === void 0 ? `${home}/actions/runs/${id}` : `${home}/actions/runs/${id}/attempts/${attempt}`,
    job: (runId, jobId) => `${home}/actions/runs/${runId}/job/${jobId}`,
    step: (runId, jobId, step) => `${home}/actions/runs/${runId}/job/${jobId}#step:${step}:1`,
    line: (runId, jobId, step, line) => `${home}/actions/runs/${runId}/job/${jobId}#step:${step}:${line}`,
    artifact: (runId, artifactId) => `${home}/actions/runs/${runId}/artifacts/${artifactId}`,
    commit: (sha) => `${home}/commit/${encodeURIComponent(sha)}`,
    branch: (branch) => `${home}/tree/${path(branch)}`,
    pull: (number2) => `${home}/pull/${number2}`,
    issue: (number2) => `${home}/issues/${number2}`,
    /** A form to be sent by whoever follows it. */
    newIssue: (title, body) => `${home}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`,
    file: (ref, file) => `${home}/blob/${path(ref)}/${path(file)}`,
    /** The workflow's page: by file name; GitHub's own `dynamic/` workflows have a page too. */
    workflow: (file) => `${home}/actions/workflows/${encodeURIComponent(file.split("/").at(-1) ?? file)}`,
    user: (login) => `${server2}/${encodeURIComponent(login.replace(/\[bot\]$/, ""))}`
  };
}
var init_links = __esm({
  "server/chunks/links.mjs"() {
    "use strict";
  }
});

// server/chunks/printable.mjs
function printable(text) {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(ESCAPE_SEQUENCE, "").replaceAll(CONTROL, "").replaceAll(INVISIBLE, "").replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`).replaceAll(/^(\s*):(?=:)/gm, `$1:${ZERO_WIDTH_SPACE}`);
}
function printableLine(text, limit = 200) {
  const line = printable(text.replaceAll(/\s*[\r\n]+\s*/g, " ")).replaceAll("	", " ");
  return line.length <= limit ? line : `${line.slice(0, limit - 1)}\u2026`;
}
var ESCAPE_SEQUENCE, CONTROL, INVISIBLE, ZERO_WIDTH_SPACE;
var init_printable = __esm({
  "server/chunks/printable.mjs"() {
    "use strict";
    ESCAPE_SEQUENCE = /[\u001b\u009b](?:\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[[\]()#;?]*(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~])/g;
    CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
    INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
    ZERO_WIDTH_SPACE = "\u200B";
  }
});

// server/chunks/RunLink.mjs
var $$RunLink;
var init_RunLink = __esm({
  "server/chunks/RunLink.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_Page();
    createAstro("https://astro.build");
    $$RunLink = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunLink;
      const { id, number: number2, attempt, latest, title } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<span class="run"><a class="clip"${addAttribute(href(runLink(id, latest ? null : attempt)), "href")}${addAttribute(title ?? void 0, "title")}>${title || `Run ${number2}`}</a>${" "}<span class="muted small nowrap">#${number2}${attempt > 1 && `, attempt ${attempt}`}</span></span>`;
    }, "/site/src/components/RunLink.astro", void 0);
  }
});

// server/chunks/Status.mjs
function statusShape(ended) {
  const state = stateOf(ended);
  return SHAPES[WAITING.includes(state) ? "queued" : state] ?? SHAPES[roleOf(ended)] ?? {};
}
var RING, DISC, OCTAGON, SHAPES, WAITING, $$Status;
var init_Status = __esm({
  "server/chunks/Status.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_outcome();
    RING = "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z";
    DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z";
    OCTAGON = "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z";
    SHAPES = {
      success: {
        fill: DISC,
        mark: "M4.6 8.2 7 10.6l4.4-4.9"
      },
      failure: {
        fill: OCTAGON,
        mark: "m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"
      },
      timed_out: {
        fill: OCTAGON,
        mark: "M8 4.2V8l2.6 1.8"
      },
      attention: {
        fill: "M8 1.2 15.4 14.4H.6Z",
        mark: "M8 6v3.6m0 2v.6"
      },
      running: {
        line: RING,
        fill: "M8 2a6 6 0 0 1 0 12Z"
      },
      queued: { line: RING },
      neutral: { line: `${RING}M5.4 8h5.2` },
      skipped: { line: `${RING}M6.6 5.4 9.4 8l-2.8 2.6` }
    };
    WAITING = [
      "queued",
      "requested",
      "pending"
    ];
    createAstro("https://astro.build");
    $$Status = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Status;
      const { status, conclusion, compact = false } = Astro.props;
      const role = roleOf({
        status,
        conclusion
      });
      const shape = statusShape({
        status,
        conclusion
      });
      return renderTemplate`${maybeRenderHead($$result)}<span${addAttribute(`status role-${role}`, "class")}><svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shape.line && renderTemplate`<path class="line"${addAttribute(shape.line, "d")}></path>`}${shape.fill && renderTemplate`<path class="fill"${addAttribute(shape.fill, "d")}></path>`}${shape.mark && renderTemplate`<path class="mark"${addAttribute(shape.mark, "d")}></path>`}</svg><span${addAttribute(compact ? "visually-hidden" : void 0, "class")}>${wordOf({
        status,
        conclusion
      })}</span></span>`;
    }, "/site/src/components/Status.astro", void 0);
  }
});

// server/chunks/SpecificTo.mjs
var $$SpecificTo;
var init_SpecificTo = __esm({
  "server/chunks/SpecificTo.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    createAstro("https://astro.build");
    $$SpecificTo = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SpecificTo;
      const { found } = Astro.props;
      const WORDS = {
        branch: "branch",
        runner: "runner",
        workflow: "workflow",
        agent: "agent",
        event: "event"
      };
      return renderTemplate`${found.length === 0 ? renderTemplate`${maybeRenderHead($$result)}<p class="muted">Not specific to a branch, runner, workflow, agent or event, or too few to tell.</p>` : renderTemplate`<ul class="specific">${found.map(({ dimension, value, share, rate: rate2, low, high, elsewhere }) => renderTemplate`<li>${WORDS[dimension]} <b>${value}</b>: ${percent(rate2.value)} of its ${count(rate2.n)} attempts (${percent(low)} to${" "}${percent(high)}), elsewhere ${percent(elsewhere.value)} of ${count(elsewhere.n)}; ${count(share.part)} of${" "}${count(share.n)} failures are there</li>`)}</ul>`}`;
    }, "/site/src/components/errors/SpecificTo.astro", void 0);
  }
});

// server/chunks/StateMark.mjs
var $$StateMark;
var init_StateMark = __esm({
  "server/chunks/StateMark.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    createAstro("https://astro.build");
    $$StateMark = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$StateMark;
      const { word: word2, role, shape } = {
        new: {
          word: "New",
          role: "attention",
          shape: "M8 2.5v11M2.5 8h11"
        },
        regressed: {
          word: "Regressed",
          role: "failure",
          shape: "M3 7a5.2 5.2 0 1 1 1.4 4.8M3 2.8V7h4.2"
        },
        ongoing: {
          word: "Ongoing",
          role: "failure",
          shape: "M2.5 8h11M9.5 4l4 4-4 4"
        },
        quiet: {
          word: "Quiet",
          role: "neutral",
          shape: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z"
        }
      }[Astro.props.state];
      return renderTemplate`${maybeRenderHead($$result)}<span${addAttribute(`status role-${role}`, "class")}><svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path class="line"${addAttribute(shape, "d")}></path></svg><span>${word2}</span></span>`;
    }, "/site/src/components/errors/StateMark.astro", void 0);
  }
});

// server/chunks/run-reading.mjs
function findingPlace(finding, { run: run2, inferred, github }) {
  const { step_number } = finding;
  const line = inferred ? null : finding.line;
  const step_line = inferred ? null : finding.step_line;
  const named = run2.jobs?.find(({ name }) => name === finding.job)?.id ?? null;
  const job_id = inferred ? named : finding.job_id;
  if (job_id === null) return null;
  if (step_number === null) return {
    words: line === null ? "the job's log" : `line ${count(line)} of the job's log`,
    address: github.job(run2.id, job_id)
  };
  if (step_line === null) return {
    words: "the step's log",
    address: github.step(run2.id, job_id, step_number)
  };
  return {
    words: `line ${count(step_line)} of the step's log`,
    address: github.line(run2.id, job_id, step_number, step_line)
  };
}
function confidenceWords(confidence) {
  return `${confidence >= 0.9 ? "Almost certainly right" : confidence >= 0.7 ? "Likely right" : confidence >= 0.5 ? "Perhaps right" : "A guess"} (${percent(confidence)})`;
}
var $$Excerpt;
var init_run_reading = __esm({
  "server/chunks/run-reading.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_printable();
    createAstro("https://astro.build");
    $$Excerpt = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Excerpt;
      const { excerpt, line: cause, file, rank } = Astro.props.finding;
      const [first] = excerpt;
      const last = excerpt.at(-1);
      return renderTemplate`${first && last && renderTemplate`${maybeRenderHead($$result)}<div class="excerpt" role="region"${addAttribute(`Finding ${rank}: lines ${first.line} to ${last.line}${file === null ? "" : ` of ${file}`}`, "aria-label")} tabindex="0"><ol role="list">${excerpt.map(({ line, text }) => renderTemplate`<li${addAttribute([{ cause: line === cause }], "class:list")}><span class="line-sign" aria-hidden="true">${line === cause ? "\u25B6" : ""}</span><span class="line-number">${line}</span><code>${line === cause && renderTemplate`<span class="visually-hidden">The cause: </span>`}${printableLine(text, 300)}</code></li>`)}</ol></div>`}`;
    }, "/site/src/components/runs/Excerpt.astro", void 0);
  }
});

// server/chunks/_signature_@_@astro.mjs
var signature_astro_exports = {};
__export(signature_astro_exports, {
  page: () => page5
});
function blocksOf(markdown) {
  const blocks = [];
  let paragraph = [];
  let list = null;
  let code = null;
  function flush() {
    if (paragraph.length > 0) blocks.push({
      kind: "paragraph",
      text: inlineOf(paragraph.join(" "))
    });
    if (list !== null) blocks.push({
      kind: "list",
      ordered: list.ordered,
      items: list.items.map(inlineOf)
    });
    paragraph = [];
    list = null;
  }
  for (const line of markdown.split("\n")) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (code !== null) {
      if (fence?.startsWith(code.fence)) {
        blocks.push({
          kind: "code",
          text: code.lines.join("\n")
        });
        code = null;
      } else code.lines.push(line);
      continue;
    }
    const heading = /^#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1];
    const item = /^ {0,8}(?:([-*+])|\d{1,4}[.)])[ \t]+(\S.*)$/.exec(line);
    if (fence !== void 0) {
      flush();
      code = {
        fence,
        lines: []
      };
    } else if (heading !== void 0) {
      flush();
      blocks.push({
        kind: "heading",
        text: inlineOf(heading)
      });
    } else if (item !== null) {
      const ordered = item[1] === void 0;
      if (list === null || list.ordered !== ordered) {
        flush();
        list = {
          ordered,
          items: []
        };
      }
      list.items.push(item[2] ?? "");
    } else if (line.trim() === "") flush();
    else if (list !== null && /^\s/.test(line)) list.items.push(`${list.items.pop() ?? ""} ${line.trim()}`);
    else {
      if (list !== null) flush();
      paragraph.push(line.trim());
    }
  }
  if (code !== null) blocks.push({
    kind: "code",
    text: code.lines.join("\n")
  });
  flush();
  return blocks;
}
function inlineOf(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, label, address, bare] = match;
    if (match.index > end) parts.push({
      kind: "text",
      text: text.slice(end, match.index)
    });
    if (code !== void 0) parts.push({
      kind: "code",
      text: code
    });
    else if (strong !== void 0) parts.push({
      kind: "strong",
      text: strong
    });
    else parts.push({
      kind: "link",
      text: label ?? bare ?? "",
      address: address ?? bare ?? ""
    });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({
    kind: "text",
    text: text.slice(end)
  });
  return parts;
}
var KNOWN_ERRORS_FOLDER, $$AffectedList, $$FixNote, INLINE, $$InlineText, $$PlainMarkdown, $$SampleRuns, _signature__exports, $$Signature, $$file4, $$url4, page5;
var init_signature_astro = __esm({
  "server/chunks/_signature_@_@astro.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_category_word();
    init_Page();
    init_links();
    init_printable();
    init_TrendChart();
    init_BarCell();
    init_Scroll();
    init_RunLink();
    init_Status();
    init_SpecificTo();
    init_StateMark();
    init_run_reading();
    KNOWN_ERRORS_FOLDER = ".github/agentops/errors";
    createAstro("https://astro.build");
    $$AffectedList = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$AffectedList;
      const { heading, rows, of } = Astro.props;
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": heading }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">${heading}</th><th scope="col" class="num">Attempts</th></tr></thead><tbody>${rows.length === 0 ? renderTemplate`<tr><td colspan="2" class="muted">None known</td></tr>` : rows.map(({ name, attempts, link }) => renderTemplate`<tr><th scope="row">${link === void 0 ? renderTemplate`<span class="clip"${addAttribute(name, "title")}>${name}</span>` : renderTemplate`<a class="clip"${addAttribute(link, "href")}${addAttribute(name, "title")}>${name}</a>`}</th>${renderComponent($$result2, "BarCell", $$BarCell, {
        "share": attempts / Math.max(of, 1),
        "value": attempts
      }, { "default": ($$result3) => renderTemplate`${count(attempts)}` })}</tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/errors/AffectedList.astro", void 0);
    createAstro("https://astro.build");
    $$FixNote = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$FixNote;
      const { fix } = Astro.props;
      const links = repositoryLinks(Astro.locals.site.server, Astro.locals.site.repository);
      return renderTemplate`${fix === null ? renderTemplate`${maybeRenderHead($$result)}<p class="muted">Nothing yet, as far as is known: its workflow has not passed again on its branch or the default branch.</p>` : renderTemplate`<div class="prose"><p>${fix.same_commit ? "Nothing was changed: the same commit passed when it was tried again, in " : "Its workflow passed again in "}<a${addAttribute(href(runLink(fix.run_id, fix.latest ? null : fix.run_attempt)), "href")}>run #${fix.run_number}${fix.run_attempt > 1 && `, attempt ${fix.run_attempt}`}</a>${" "}on <span class="mono">${fix.branch}</span>, ${moment(fix.at)}${!fix.same_branch && ", after the branch it failed on never passed again"}.</p>${!fix.same_commit && renderTemplate`<p>Commit${" "}<a class="mono"${addAttribute(links.commit(fix.head_sha), "href")}>${fix.head_sha.slice(0, 7)}</a>${fix.message !== null && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`: ${fix.message}` })}`}${fix.pull_requests.map((number2) => renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${" "}· <a${addAttribute(links.pull(number2), "href")}>pull request #${number2}</a>` })}`)}</p>`}</div>`}`;
    }, "/site/src/components/errors/FixNote.astro", void 0);
    INLINE = /`([^`\n]{1,500})`|\*\*([^*\n]{1,500})\*\*|\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>]{1,1000})\)|(https?:\/\/[^\s()<>]{1,1000})/g;
    createAstro("https://astro.build");
    $$InlineText = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$InlineText;
      const { text } = Astro.props;
      return renderTemplate`${text.map((part) => part.kind === "link" ? renderTemplate`${maybeRenderHead($$result)}<a${addAttribute(part.address, "href")} rel="nofollow noopener">${part.text}</a>` : part.kind === "code" ? renderTemplate`<code>${part.text}</code>` : part.kind === "strong" ? renderTemplate`<b>${part.text}</b>` : part.text)}`;
    }, "/site/src/components/errors/InlineText.astro", void 0);
    createAstro("https://astro.build");
    $$PlainMarkdown = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$PlainMarkdown;
      const blocks = blocksOf(printable(Astro.props.text));
      return renderTemplate`${maybeRenderHead($$result)}<div class="prose">${blocks.map((block) => {
        if (block.kind === "code") return renderTemplate`<pre tabindex="0"><code>${block.text}</code></pre>`;
        if (block.kind === "heading") return renderTemplate`<p><b>${renderComponent($$result, "InlineText", $$InlineText, { "text": block.text })}</b></p>`;
        if (block.kind === "paragraph") return renderTemplate`<p>${renderComponent($$result, "InlineText", $$InlineText, { "text": block.text })}</p>`;
        const List = block.ordered ? "ol" : "ul";
        return renderTemplate`${renderComponent($$result, "List", List, {}, { "default": ($$result2) => renderTemplate`${block.items.map((item) => renderTemplate`<li>${renderComponent($$result2, "InlineText", $$InlineText, { "text": item })}</li>`)}` })}`;
      })}</div>`;
    }, "/site/src/components/errors/PlainMarkdown.astro", void 0);
    createAstro("https://astro.build");
    $$SampleRuns = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SampleRuns;
      const { samples } = Astro.props;
      const links = repositoryLinks(Astro.locals.site.server, Astro.locals.site.repository);
      function logLink({ run_id, line }) {
        if (line === null) return null;
        const { job_id, step_number, step_line } = line;
        return step_line === null ? {
          words: "the step's log",
          address: links.step(run_id, job_id, step_number)
        } : {
          words: `line ${step_line}`,
          address: links.line(run_id, job_id, step_number, step_line)
        };
      }
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "Newest attempts that failed this way" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table class="wide"><thead><tr><th scope="col">Status</th><th scope="col">Run</th><th scope="col">Workflow</th><th scope="col">Job / step</th><th scope="col">Log on GitHub</th><th scope="col">Branch</th><th scope="col">Agent</th><th scope="col" class="num">Started</th></tr></thead><tbody>${samples.map((sample) => {
        const log2 = logLink(sample);
        return renderTemplate`<tr><td>${renderComponent($$result2, "Status", $$Status, {
          "status": sample.status,
          "conclusion": sample.conclusion
        })}</td><th scope="row">${renderComponent($$result2, "RunLink", $$RunLink, {
          "id": sample.run_id,
          "number": sample.run_number,
          "attempt": sample.run_attempt,
          "latest": sample.latest,
          "title": sample.title
        })}</th><td><span class="clip">${sample.workflow}</span></td><td><span class="clip">${[sample.job, sample.step].filter(Boolean).join(" / ") || "\u2014"}</span></td><td class="nowrap">${log2 === null ? "\u2014" : renderTemplate`<a${addAttribute(log2.address, "href")}>${log2.words}</a>`}${sample.inferred && renderTemplate`<span class="tag" title="Its log was not read: the same failure was read before">inferred</span>`}</td><td><span class="clip mono"${addAttribute(sample.branch ?? void 0, "title")}>${sample.branch ?? "\u2014"}</span></td><td class="nowrap">${sample.agent ?? "\u2014"}</td><td class="num muted">${renderComponent($$result2, "Ago", $$Ago, { "at": sample.at })}</td></tr>`;
      })}</tbody></table>` })}`;
    }, "/site/src/components/errors/SampleRuns.astro", void 0);
    _signature__exports = /* @__PURE__ */ __exportAll({
      default: () => $$Signature,
      file: () => $$file4,
      url: () => $$url4
    });
    createAstro("https://astro.build");
    $$Signature = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Signature;
      const error3 = Astro.locals.document;
      const { newest, recent, histogram, flaky, known: known2 } = error3;
      const { site } = Astro.locals;
      const links = repositoryLinks(site.server, site.repository);
      const runs = href(runsLink({
        period: "90d",
        signatures: [error3.signature]
      }));
      const file = `${KNOWN_ERRORS_FOLDER}/${error3.signature}.md`;
      const message = printable(newest.message);
      const excerptSaysIt = newest.excerpt.some(({ line }) => line === newest.line);
      const kind = categoryWord(error3.category) + (error3.domain === "unknown" ? "" : `, ${DOMAIN_WORDS[error3.domain]}`);
      const sum2 = (of) => histogram.reduce((total, day) => total + day[of], 0);
      const series = (name, of, color) => ({
        name,
        color,
        values: histogram.map((day) => day[of]),
        texts: histogram.map((day) => count(day[of])),
        links: histogram.map(({ day, ...counts }) => counts[of] === 0 ? null : runsLink({
          from: startOfDay(day),
          to: startOfDay(addDays(day, 1)),
          signatures: [error3.signature]
        }))
      });
      const branched = error3.branches.length > 0;
      const change2 = recent.previous_attempts === null ? "" : `, ${count(recent.previous_attempts)} in the 14 days before`;
      const where = branched ? `: ${count(sum2("default_branch"))} on the default branch, ${count(sum2("other_branches"))} on others` : "";
      const finding = `${plural(recent.attempts, "attempt")} in the last 14 days${where}${change2}.`;
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": error3.title,
        "heading": error3.title,
        "lede": `${kind}. ${plural(error3.attempts, "attempt")} in ${plural(error3.runs, "run")} since ${moment(error3.first_seen)}.`,
        "section": "errors/"
      }, {
        "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<section class="card" aria-labelledby="what"><div class="card-head"><h2 id="what">What it is</h2><span class="note">${confidenceWords(newest.confidence)}</span></div><div class="card-body what"><p class="message mono">${printableLine(error3.pattern, 500)}</p>${newest.excerpt.length > 0 ? renderTemplate`${renderComponent($$result2, "Excerpt", $$Excerpt, { "finding": newest })}` : message !== error3.pattern && renderTemplate`<p class="mono">${message}</p>`}${!excerptSaysIt && newest.excerpt.length > 0 && renderTemplate`<p class="mono">${message}</p>`}${newest.advice && renderTemplate`<p><b>What to do:</b>${" "}${newest.advice}</p>`}</div><dl class="error-facts"><div><dt>State</dt><dd>${renderComponent($$result2, "StateMark", $$StateMark, { "state": error3.state })}</dd></div><div><dt>First seen</dt><dd>${moment(error3.first_seen)}</dd></div><div><dt>Last seen</dt><dd>${moment(error3.last_seen)}</dd></div><div><dt>Attempts</dt><dd>${count(error3.attempts)} in <a${addAttribute(runs, "href")}>${plural(error3.runs, "run")}</a>${error3.inferred > 0 && `, ${count(error3.inferred)} inferred`}</dd></div><div><dt>Job time lost</dt><dd>${duration2(error3.minutes_lost === null ? null : error3.minutes_lost * 60)}</dd></div><div><dt>Cost</dt><dd>${error3.cost_usd === null ? "\u2014 (not known)" : `$${error3.cost_usd.toFixed(2)}`}</dd></div><div><dt>Passed anyway</dt><dd>${flaky.part === 0 ? "never with the same commit" : `${count(flaky.part)} of ${count(flaky.n)} (${percent(flaky.value)}) with the same commit`}</dd></div>${error3.secondary > 0 && renderTemplate`<div><dt>Beside another cause</dt><dd>${plural(error3.secondary, "attempt")}, not counted</dd></div>`}</dl></section><div class="pair"><section class="card" aria-labelledby="fixed"><div class="card-head"><h2 id="fixed">What fixed it last time</h2></div><div class="card-body">${renderComponent($$result2, "FixNote", $$FixNote, { "fix": error3.fix })}</div></section><section class="card" aria-labelledby="known"><div class="card-head"><h2 id="known">Known cause and fix</h2>${known2 && renderTemplate`<a class="note"${addAttribute(links.file("HEAD", file), "href")}>${file.split("/").at(-1)} on GitHub</a>`}</div><div class="card-body">${known2 === null ? renderTemplate`<p class="muted">Nobody wrote anything yet. What <code>${file}</code> says under “Cause” and “Fix” is shown here.</p>` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`<p><b>${printableLine(known2.title)}</b></p>${known2.cause && renderTemplate`${renderComponent($$result3, "Fragment", Fragment, {}, { "default": ($$result4) => renderTemplate`<h3>Cause</h3>${renderComponent($$result4, "PlainMarkdown", $$PlainMarkdown, { "text": known2.cause })}` })}`}${known2.fix && renderTemplate`${renderComponent($$result3, "Fragment", Fragment, {}, { "default": ($$result4) => renderTemplate`<h3>Fix</h3>${renderComponent($$result4, "PlainMarkdown", $$PlainMarkdown, { "text": known2.fix })}` })}`}` })}`}</div></section></div>${renderComponent($$result2, "TrendChart", $$TrendChart, {
          "title": "The last 14 days",
          "note": "attempts per day, UTC; the last is still filling",
          "finding": finding,
          "kind": "bar",
          "unit": "count",
          "labels": histogram.map(({ day }) => bucketLabel(startOfDay(day), 86400)),
          "series": branched ? [series("Default branch", "default_branch", "cat-1"), series("Other branches", "other_branches", "cat-2")] : [series("Attempts", "other_branches", "cat-1")]
        })}<section class="card" aria-labelledby="specific"><div class="card-head"><h2 id="specific">What it belongs to</h2><span class="note">the last 30 days; attempts that passed or whose failure is known</span></div><div class="card-body">${renderComponent($$result2, "SpecificTo", $$SpecificTo, { "found": error3.specific_to })}</div></section><section class="card" aria-labelledby="samples"><div class="card-head"><h2 id="samples">Newest attempts</h2><a class="note"${addAttribute(runs, "href")}>All of the last 90 days</a></div>${renderComponent($$result2, "SampleRuns", $$SampleRuns, { "samples": error3.samples })}</section><section class="card affected" aria-labelledby="affected"><div class="card-head"><h2 id="affected">Where it happens</h2><span class="note">at most 20 of each</span></div>${renderComponent($$result2, "AffectedList", $$AffectedList, {
          "heading": "Workflow / job / step",
          "of": error3.attempts,
          "rows": error3.places.map(({ workflow, job, step, attempts }) => ({
            name: [
              workflow,
              job,
              step
            ].filter(Boolean).join(" / "),
            attempts
          }))
        })}<div class="lists">${renderComponent($$result2, "AffectedList", $$AffectedList, {
          "heading": "Workflow",
          "of": error3.attempts,
          "rows": error3.workflows.map(({ name, slug, attempts }) => ({
            name,
            attempts,
            link: href(`workflows/${slug}/`)
          }))
        })}${renderComponent($$result2, "AffectedList", $$AffectedList, {
          "heading": "Branch",
          "of": error3.attempts,
          "rows": error3.branches
        })}${renderComponent($$result2, "AffectedList", $$AffectedList, {
          "heading": "Agent",
          "of": error3.attempts,
          "rows": error3.agents
        })}</div></section>${error3.besides.length > 0 && renderTemplate`<section class="card" aria-labelledby="besides"><div class="card-head"><h2 id="besides">What the same logs show too</h2><span class="note">not counted as the cause</span></div><ul class="card-body besides">${error3.besides.map(({ signature, title, category, attempts, listed }) => renderTemplate`<li>${listed ? renderTemplate`<a${addAttribute(href(errorPath(signature)), "href")}>${title}</a>` : title}${" "}<span class="muted small">${categoryWord(category)}, in ${plural(attempts, "attempt")}</span></li>`)}</ul></section>`}`,
        "crumb": ($$result2) => renderTemplate`<p class="crumb"><a${addAttribute(href("errors/"), "href")}>Errors</a> / <span class="mono">${error3.signature}</span></p>`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(runs, "href")}>Its runs</a></li></ul>`
      })}`;
    }, "/site/src/pages/errors/[signature].astro", void 0);
    $$file4 = "/site/src/pages/errors/[signature].astro";
    $$url4 = "/__BASE__/errors/[signature]/";
    page5 = () => _signature__exports;
  }
});

// server/chunks/CoverageLine.mjs
var $$CoverageLine;
var init_CoverageLine = __esm({
  "server/chunks/CoverageLine.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    createAstro("https://astro.build");
    $$CoverageLine = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$CoverageLine;
      const { coverage, when } = Astro.props;
      const { failures, read, inferred, unexplained, pending, lost, unread } = coverage;
      const known2 = read + inferred;
      const missing = [
        [unexplained, "were read and show no cause"],
        [pending, "are still to be read"],
        [lost, "have no log any more"],
        [unread, "were not asked for"]
      ].flatMap(([n2, words]) => n2 > 0 ? [`${count(n2)} ${words}`] : []);
      const told = inferred > 0 ? ` (${count(inferred)} inferred from the same failure read before)` : "";
      const sentence = `Why it failed is known for ${count(known2)} of ${plural(failures, "failed attempt")} ${when}${told}.`;
      return renderTemplate`${failures > 0 && renderTemplate`${maybeRenderHead($$result)}<p class="note-line">${sentence}${missing.length > 0 && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${" "}Not counted below: ${missing.join(", ")};${" "}<a${addAttribute(href("health/"), "href")}>Data health</a> says more.` })}`}</p>`}`;
    }, "/site/src/components/errors/CoverageLine.astro", void 0);
  }
});

// server/chunks/SortTable.mjs
var $$SortTable;
var init_SortTable = __esm({
  "server/chunks/SortTable.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_Scroll();
    createAstro("https://astro.build");
    $$SortTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SortTable;
      const { label } = Astro.props;
      return renderTemplate`${renderComponent($$result, "sort-table", "sort-table", {}, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Scroll", $$Scroll, { "label": label }, { "default": ($$result3) => renderTemplate`${renderSlot($$result3, $$slots["default"])}` })}` })}${renderScript($$result, "/site/src/components/SortTable.astro?astro&type=script&index=0&lang.ts")}`;
    }, "/site/src/components/SortTable.astro", void 0);
  }
});

// server/chunks/index@_@astro3.mjs
var index_astro3_exports = {};
__export(index_astro3_exports, {
  page: () => page6
});
var $$ErrorRows, errors_exports, $$Index3, $$file5, $$url5, page6;
var init_index_astro3 = __esm({
  "server/chunks/index@_@astro3.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_Empty();
    init_CoverageLine();
    init_run_links();
    init_category_word();
    init_printable();
    init_BarCell();
    init_SortTable();
    init_Sparkline();
    init_StateMark();
    createAstro("https://astro.build");
    $$ErrorRows = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$ErrorRows;
      const { label, errors } = Astro.props;
      const most = Math.max(...errors.map(({ recent }) => recent.attempts), 1);
      const priced = errors.some(({ cost_usd }) => cost_usd !== null);
      const seconds = (minutes) => minutes === null ? null : minutes * 60;
      return renderTemplate`${renderComponent($$result, "SortTable", $$SortTable, { "label": label }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table class="wide errors"><thead><tr><th scope="col" data-sort="text">Error</th><th scope="col" class="num" data-sort="number" aria-sort="descending">14 days</th><th scope="col" data-sort="text">State</th><th scope="col">Trend</th><th scope="col" class="num" data-sort="number">Change</th><th scope="col" class="num" data-sort="number">Runs</th><th scope="col" class="num" data-sort="number">Default branch</th><th scope="col" class="num" data-sort="number">Job time lost</th>${priced && renderTemplate`<th scope="col" class="num" data-sort="number">Cost</th>`}<th scope="col" data-sort="text">Where</th><th scope="col" class="num" data-sort="number">Passed anyway</th><th scope="col" class="num" data-sort="number">First seen</th><th scope="col" class="num" data-sort="number">Last seen</th></tr></thead><tbody>${errors.map((error3) => {
        const { recent, flaky, workflows } = error3;
        const change2 = recent.previous_attempts === null ? null : recent.attempts - recent.previous_attempts;
        return renderTemplate`<tr><th scope="row" class="sticky"${addAttribute(error3.title, "data-value")}><span class="named"><a class="clip"${addAttribute(href(errorPath(error3.signature)), "href")}${addAttribute(error3.title, "title")}>${error3.title}</a>${error3.known && renderTemplate`<span class="tag">cause known</span>`}</span><span class="clip small muted"${addAttribute(error3.pattern, "title")}>${categoryWord(error3.category)} · <span class="mono">${printableLine(error3.pattern)}</span></span></th>${renderComponent($$result2, "BarCell", $$BarCell, {
          "share": recent.attempts / most,
          "value": recent.attempts,
          "role": "failure"
        }, { "default": ($$result3) => renderTemplate`${count(recent.attempts)}` })}<td>${renderComponent($$result2, "StateMark", $$StateMark, { "state": error3.state })}</td><td class="trend-cell">${recent.attempts > 0 && renderTemplate`${renderComponent($$result2, "Sparkline", $$Sparkline, { "values": error3.histogram.map((day) => day.default_branch + day.other_branches) })}`}</td><td class="num small"${addAttribute(change2 ?? "", "data-value")}>${change2 === null ? "\u2014" : change2 === 0 ? renderTemplate`<span class="muted">same</span>` : renderTemplate`<span${addAttribute(change2 > 0 ? "worse" : "better", "class")}>${change2 > 0 ? "\u2191" : "\u2193"} ${signed(change2)}</span>`}</td><td class="num"${addAttribute(error3.runs, "data-value")}><a${addAttribute(href(runsLink({
          period: "90d",
          signatures: [error3.signature]
        })), "href")}${addAttribute(`${count(error3.attempts)} attempts; leads to the runs of the last 90 days`, "title")}>${count(error3.runs)}</a></td><td class="num"${addAttribute(error3.branches.length === 0 ? "" : error3.default_branch, "data-value")}>${count(error3.branches.length === 0 ? null : error3.default_branch)}</td><td class="num"${addAttribute(error3.minutes_lost ?? "", "data-value")}>${duration2(seconds(error3.minutes_lost))}</td>${priced && renderTemplate`<td class="num"${addAttribute(error3.cost_usd ?? "", "data-value")}>${error3.cost_usd === null ? "\u2014" : `$${error3.cost_usd.toFixed(2)}`}</td>`}<td${addAttribute(workflows[0]?.name ?? "", "data-value")}>${workflows[0] && renderTemplate`<a class="clip"${addAttribute(href(`workflows/${workflows[0].slug}/`), "href")}${addAttribute(workflows[0].name, "title")}>${workflows[0].name}</a>`}${workflows.length > 1 && renderTemplate`<span class="small muted">and ${workflows.length - 1} more</span>`}</td><td class="num"${addAttribute(flaky.value ?? "", "data-value")}${addAttribute(`${flaky.part} of ${flaky.n}: the commit passed in another attempt or run`, "title")}>${flaky.part === 0 ? renderTemplate`<span class="muted">0</span>` : flaky.n < 5 ? `${flaky.part} of ${flaky.n}` : percent(flaky.value)}</td><td class="num muted"${addAttribute(Date.parse(error3.first_seen), "data-value")}>${renderComponent($$result2, "Ago", $$Ago, { "at": error3.first_seen })}</td><td class="num muted"${addAttribute(Date.parse(error3.last_seen), "data-value")}>${renderComponent($$result2, "Ago", $$Ago, { "at": error3.last_seen })}</td></tr>`;
      })}</tbody></table>` })}`;
    }, "/site/src/components/errors/ErrorRows.astro", void 0);
    errors_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index3,
      file: () => $$file5,
      url: () => $$url5
    });
    createAstro("https://astro.build");
    $$Index3 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index3;
      const MOST_ROWS = 60;
      const { coverage, recent_coverage, errors, left_out } = Astro.locals.document;
      const active = errors.filter(({ state }) => state !== "quiet");
      const quiet = errors.filter(({ state }) => state === "quiet");
      const known2 = coverage.read + coverage.inferred;
      const inState = (wanted) => errors.filter(({ state }) => state === wanted).length;
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Errors",
        "heading": "Errors",
        "lede": `What fails, told apart by the line that explains it: ${plural(errors.length + left_out, "error")}, ${count(inState("new"))} new, ${count(inState("regressed"))} regressed. Most failed attempts of the last 14 days first.`,
        "section": "errors/"
      }, {
        "default": ($$result2) => renderTemplate`${renderComponent($$result2, "CoverageLine", $$CoverageLine, {
          "coverage": recent_coverage,
          "when": "of the last 14 days"
        })}${errors.length === 0 ? renderTemplate`${maybeRenderHead($$result2)}<section class="card">${coverage.failures === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, {
          "title": "Nothing failed",
          "good": true
        }, { "default": ($$result3) => renderTemplate`In ${count(Astro.locals.site.attempts)} stored attempts.` })}` : renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "No failure has been read yet" }, { "default": ($$result3) => renderTemplate`${plural(coverage.failures, "attempt")} failed. Their logs are read by a sync with <code>analyze-failures: new</code>,
            or one at a time by <code>agentops analyze</code>.
          ` })}`}</section>` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`<section class="card" aria-labelledby="active"><div class="card-head"><h2 id="active">Seen in the last ${14} days</h2><span class="note">${active.length > MOST_ROWS && `${count(MOST_ROWS)} of ${count(active.length)} shown; the CSV has all`}</span></div>${active.length === 0 ? renderTemplate`${renderComponent($$result3, "Empty", $$Empty, {
          "title": "All errors are quiet",
          "good": true
        }, { "default": ($$result4) => renderTemplate`None was seen in the last ${14} days.` })}` : renderTemplate`${renderComponent($$result3, "ErrorRows", $$ErrorRows, {
          "label": "Errors of the last 14 days",
          "errors": active.slice(0, MOST_ROWS)
        })}`}<div class="card-body explain"><p><strong>New</strong>: first seen within ${7} days. <strong>Regressed</strong>: back after at least${" "}${7} days in which its workflow had passed again. <strong>Quiet</strong>: not seen for ${14} days.${" "}<strong>Passed anyway</strong>: attempts whose commit passed in another attempt or run of the same workflow.${" "}<strong>Job time lost</strong>: what the jobs of the failed attempts took. Change is against the 14 days before. All counts are of attempts whose log explains the failure (${count(known2)} in all).</p></div></section>${quiet.length > 0 && renderTemplate`<details class="card fold"><summary><h2>Quiet</h2>${" "}<span class="muted small">${plural(quiet.length, "error")} not seen for ${14} days</span></summary>${renderComponent($$result3, "ErrorRows", $$ErrorRows, {
          "label": "Quiet errors",
          "errors": quiet.slice(0, MOST_ROWS)
        })}</details>`}` })}`}`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href("api/v1/errors.csv"), "href")}>CSV</a></li><li><a${addAttribute(href("api/v1/errors.json"), "href")}>JSON</a></li></ul>`
      })}`;
    }, "/site/src/pages/errors/index.astro", void 0);
    $$file5 = "/site/src/pages/errors/index.astro";
    $$url5 = "/__BASE__/errors/";
    page6 = () => errors_exports;
  }
});

// server/chunks/health@_@astro.mjs
var health_astro_exports = {};
__export(health_astro_exports, {
  page: () => page7
});
function requestsOf(entry) {
  return {
    requests: sum(entry.requests, (row) => row.requests),
    failed: sum(entry.requests, (row) => row.failed),
    retried: sum(entry.requests, (row) => row.retried)
  };
}
function sum(items, value) {
  return items.reduce((total, item) => total + value(item), 0);
}
var $$Gaps, $$SyncDays, Id, Seconds, Step, Job, Artifact, PullRequest, Detail, Count$1, Completeness, EndpointRequests, JournalEntry, Count, HealthDay, $$SyncTable, health_exports, $$Health, $$file6, $$url6, page7;
var init_health_astro = __esm({
  "server/chunks/health@_@astro.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_stats();
    init_Empty();
    init_links();
    init_Scroll();
    init_BarCell();
    init_SortTable();
    init_Tile();
    createAstro("https://astro.build");
    $$Gaps = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Gaps;
      const MOST = 200;
      const NEED = {
        completion: "not ended when last seen",
        attempts: "earlier attempts",
        jobs: "jobs and steps",
        artifacts: "artifacts",
        pull_requests: "pull requests of a fork"
      };
      const REASON = {
        sampled: "left out by sampling (full-detail-runs, summary-runs)",
        retention: "dropped by age (retention.detail-days)",
        jobs_disabled: "not asked for (enable-jobs-fetch)",
        not_found: "GitHub no longer has it",
        forbidden: "the token may not read it",
        unreadable: "GitHub's answer could not be read",
        gave_up: "given up after several tries"
      };
      const { completeness } = Astro.props;
      const { attempts, covered, pending, ledger } = completeness;
      const links = repositoryLinks(Astro.locals.site.server, Astro.locals.site.repository);
      const reasons = Object.entries(completeness.ledger_by_reason);
      const needs = Object.entries(completeness.pending_by_need);
      return renderTemplate`${maybeRenderHead($$result)}<section class="card" aria-labelledby="completeness"><div class="card-head"><h2 id="completeness">Completeness</h2><span class="note">every attempt that was seen is stored, pending, or listed here with the reason</span></div><dl class="facts"><div><dt>With jobs and steps</dt><dd>${plural(attempts.full, "attempt")}</dd></div><div><dt>Still to be completed</dt><dd>${plural(attempts.pending, "attempt")}</dd></div><div><dt>As a row only</dt><dd>${plural(attempts.summary, "attempt")}</dd></div><div><dt>Jobs and steps</dt><dd>${count(completeness.jobs)} and ${count(completeness.steps)}</dd></div><div><dt>Jobs without usable times</dt><dd>${count(completeness.untimed_jobs)}</dd></div><div><dt>Listed</dt><dd>${covered === null ? "nothing yet" : `${moment(covered.from)} to ${moment(covered.to)}`}</dd></div><div><dt>Backfill</dt><dd>${covered === null ? "not begun" : completeness.backfill.length === 0 ? "done" : `${percent(completeness.listed)} listed, ${plural(Math.ceil(completeness.backfill_days), "day")} to go, back to ${completeness.backfill.at(-1)?.from.slice(0, 10)}`}</dd></div></dl>${pending.length > 0 && renderTemplate`<details class="gap"><summary>Pending: ${plural(pending.length, "attempt")} (${needs.flatMap(([need, n2]) => n2 > 0 ? [`${NEED[need]}: ${count(n2)}`] : []).join(", ")})</summary>${renderComponent($$result, "Scroll", $$Scroll, { "label": "Pending attempts" }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">Run</th><th scope="col">Day</th><th scope="col">Lacks</th><th scope="col" class="num">Tries</th></tr></thead><tbody>${pending.slice(0, MOST).map((run2) => renderTemplate`<tr><th scope="row"><a${addAttribute(links.run(run2.run_id, run2.run_attempt), "href")}>${run2.run_id}</a>${run2.run_attempt > 1 && `, attempt ${run2.run_attempt}`}</th><td class="nowrap">${run2.day}</td><td>${run2.needs.map((need) => NEED[need]).join(", ")}</td><td class="num">${count(run2.tries)}</td></tr>`)}</tbody></table>` })}${pending.length > MOST && renderTemplate`<p class="more">${count(MOST)} of ${count(pending.length)} shown; all are in <a${addAttribute(href("api/v1/health.json"), "href")}>health.json</a>.</p>`}</details>`}${ledger.length === 0 ? renderTemplate`${renderComponent($$result, "Empty", $$Empty, {
        "title": "Nothing is missing for good",
        "good": true
      }, { "default": ($$result2) => renderTemplate`Nothing that was asked for had to be left out.` })}` : reasons.map(([reason, n2]) => n2 > 0 && renderTemplate`<details class="gap"><summary>Missing: ${REASON[reason]}: ${count(n2)}</summary>${renderComponent($$result, "Scroll", $$Scroll, { "label": `Missing: ${REASON[reason]}` }, { "default": ($$result2) => renderTemplate`<table><thead><tr><th scope="col">Run</th><th scope="col">Day</th><th scope="col">Missing</th><th scope="col">Said</th></tr></thead><tbody>${ledger.filter((entry) => entry.reason === reason).slice(0, MOST).map((entry) => renderTemplate`<tr><th scope="row"><a${addAttribute(links.run(entry.run_id, entry.run_attempt), "href")}>${entry.run_id}</a>${entry.run_attempt > 1 && `, attempt ${entry.run_attempt}`}</th><td class="nowrap">${entry.day}</td><td>${entry.missing.replaceAll("_", " ")}</td><td>${entry.message}</td></tr>`)}</tbody></table>` })}${n2 > MOST && renderTemplate`<p class="more">${count(MOST)} of ${count(n2)} shown; all are in <a${addAttribute(href("api/v1/health.json"), "href")}>health.json</a>.</p>`}</details>`)}</section>`;
    }, "/site/src/components/Gaps.astro", void 0);
    createAstro("https://astro.build");
    $$SyncDays = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SyncDays;
      const { days } = Astro.props;
      const most = Math.max(...days.map((day) => day.requests), 1);
      return renderTemplate`${renderComponent($$result, "SortTable", $$SortTable, { "label": "Syncs by day: table" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col" data-sort="text" aria-sort="descending">Day</th><th scope="col" class="num" data-sort="number">Syncs</th><th scope="col" class="num" data-sort="number">Requests</th><th scope="col" class="num" data-sort="number">Of the limit</th><th scope="col" class="num" data-sort="number">Least left</th><th scope="col" class="num" data-sort="number">Failed</th><th scope="col" class="num" data-sort="number">Retried</th><th scope="col" class="num" data-sort="number">Jobs fetched</th><th scope="col" class="num" data-sort="number">Unreadable</th><th scope="col" class="num" data-sort="number">Fields missing</th><th scope="col" class="num" data-sort="number">Runs added</th><th scope="col" class="num" data-sort="number">Took</th><th scope="col" class="num" data-sort="number">Waited</th><th scope="col" class="num" data-sort="number">Stopped</th></tr></thead><tbody>${days.toReversed().map((day) => renderTemplate`<tr><th scope="row" class="nowrap"${addAttribute(day.day, "data-value")}>${day.day}</th><td class="num">${count(day.syncs)}</td>${renderComponent($$result2, "BarCell", $$BarCell, {
        "share": day.requests / most,
        "value": day.requests
      }, { "default": ($$result3) => renderTemplate`${count(day.requests)}` })}<td class="num"${addAttribute(day.limit_share ?? "", "data-value")}>${percent(day.limit_share)}</td><td class="num"${addAttribute(day.least_remaining ?? "", "data-value")}>${count(day.least_remaining)}</td><td class="num">${count(day.failed)}</td><td class="num">${count(day.retried)}</td><td class="num"${addAttribute(day.jobs_fetch.value ?? "", "data-value")}>${percent(day.jobs_fetch.value)}</td><td class="num">${count(day.parse_errors)}</td><td class="num">${count(day.runs_with_missing_fields)}</td><td class="num">${count(day.runs_added)}</td><td class="num"${addAttribute(day.duration_seconds, "data-value")}>${duration2(day.duration_seconds)}</td><td class="num"${addAttribute(day.waited_seconds, "data-value")}>${duration2(day.waited_seconds)}</td><td class="num">${count(day.stopped)}</td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/SyncDays.astro", void 0);
    Id = number().int().positive();
    Seconds = number().nonnegative();
    Step = strictObject({
      /** Not contiguous: the runner counts post steps back from the end (1…8, 16, 17). Unique within the job. */
      number: number().int(),
      name: string(),
      status: string(),
      conclusion: string().nullable(),
      started_at: Utc.nullable(),
      completed_at: Utc.nullable(),
      duration_seconds: Seconds.nullable()
    });
    Job = strictObject({
      /** Equals the id of the job's check run. */
      id: Id,
      /** The attempt that executed the job: below the run's where a partial re-run carried the job over. */
      run_attempt: number().int().positive(),
      name: string(),
      status: string(),
      conclusion: string().nullable(),
      created_at: Utc.nullable(),
      started_at: Utc.nullable(),
      completed_at: Utc.nullable(),
      duration_seconds: Seconds.nullable(),
      /** `started_at − created_at`: the wait for a runner. */
      queued_seconds: Seconds.nullable(),
      labels: array(string()),
      runner_name: string().nullable(),
      runner_group_name: string().nullable(),
      steps: array(Step)
    });
    Artifact = strictObject({
      id: Id,
      name: string(),
      size_in_bytes: number().int().nonnegative(),
      url: string(),
      digest: string().nullable(),
      created_at: Utc.nullable(),
      expires_at: Utc.nullable(),
      expired: boolean()
    });
    PullRequest = strictObject({
      number: Id,
      /** `run`: listed on the run by GitHub. `commit`: found through the commit, as runs of forks list none. */
      source: _enum(["run", "commit"])
    });
    Detail = _enum([
      "full",
      "pending",
      "summary"
    ]);
    strictObject({
      id: Id,
      run_number: number().int(),
      /** 1 where GitHub did not say (payloads from before 2021). */
      run_attempt: number().int().positive(),
      workflow_id: Id,
      workflow_name: string().nullable(),
      /** Path without `@ref`: `.github/workflows/ci.yml`, `dynamic/copilot-swe-agent/copilot`. Null when unknown. */
      workflow_file: string().nullable(),
      display_title: string().nullable(),
      event: string(),
      status: string().nullable(),
      conclusion: string().nullable(),
      head_branch: string().nullable(),
      head_sha: string(),
      head_commit: strictObject({
        /** First line only. */
        message: string(),
        /** The author's name; addresses are never kept. */
        author: string().nullable()
      }).nullable(),
      /** `owner/name`; differs from the repository for forks; null for deleted ones. */
      head_repository: string().nullable(),
      /** Reusable workflows called, as `owner/repo/.github/workflows/x.yml@ref`. */
      referenced_workflows: array(strictObject({
        path: string(),
        sha: string(),
        ref: string().nullable()
      })),
      actor: string().nullable(),
      triggering_actor: string().nullable(),
      created_at: Utc,
      /** Start of this attempt. */
      run_started_at: Utc.nullable(),
      updated_at: Utc.nullable(),
      /** Last job's end − `run_started_at`; from `updated_at` where jobs are not known; null until completed. */
      duration_seconds: Seconds.nullable(),
      html_url: string(),
      /** Null: not known (a fork's run before its commit was asked); empty: there is none. */
      pull_requests: array(PullRequest).nullable(),
      /** Null: not asked yet. Artifacts belong to the run, hence stand on its latest attempt. */
      artifacts: array(Artifact).nullable(),
      detail: Detail,
      /** Null unless `detail` is `full`. An empty list is a run that had no jobs (startup failure, approval). */
      jobs: array(Job).nullable()
    });
    Count$1 = number().int();
    Completeness = strictObject({
      /** Stored attempts by how much of them is known. */
      attempts: strictObject({
        full: Count$1,
        pending: Count$1,
        summary: Count$1
      }),
      /** Completed attempts whose jobs are known, of all completed. */
      with_jobs: Rate,
      jobs: Count$1,
      steps: Count$1,
      /** Jobs that ended in success or failure without times that make sense: no duration is made up for them. */
      untimed_jobs: Count$1,
      pending_by_need: record(Need, Count$1),
      pending: array(PendingRun),
      ledger_by_reason: record(LedgerEntry.shape.reason, Count$1),
      ledger: array(LedgerEntry),
      /** Every run created in this stretch has been listed; null before the first listing. */
      covered: Window.nullable(),
      /** Stretches still to be listed, newest first. */
      backfill: array(Window),
      backfill_days: number(),
      /** The listed share of all that is to be listed; null before the first listing. */
      listed: number().nullable()
    });
    EndpointRequests = strictObject({
      endpoint: string(),
      requests: number().int(),
      /** Answers with status ≥ 400, and network errors. */
      failed: number().int(),
      /** How many of the requests were repetitions of a failed one. */
      retried: number().int()
    });
    JournalEntry = strictObject({
      started_at: Utc,
      duration_seconds: number().nonnegative(),
      /** GitHub's event that started the sync (`schedule`, `workflow_dispatch`, …), or `cli`. */
      trigger: string(),
      /** AgentOps' own run, null outside Actions. */
      run_id: number().int().nullable(),
      requests: array(EndpointRequests),
      /** Of the token, after the last answer; null when rate limits are off. */
      rate_limit: strictObject({
        limit: number().int(),
        remaining: number().int(),
        reset_at: Utc
      }).nullable(),
      /** Seconds spent waiting for rate limits and before retries. */
      waited_seconds: number().nonnegative(),
      runs_added: number().int(),
      runs_updated: number().int(),
      runs_total: number().int(),
      jobs_requested: number().int(),
      jobs_fetched: number().int(),
      artifacts_added: number().int(),
      /** Run objects GitHub sent that we could not read. */
      parse_errors: number().int(),
      /** Stored attempts, of those seen in this sync, that lack a field every run has today (`display_title`, …). */
      runs_with_missing_fields: number().int(),
      pending: number().int(),
      /** How failures were explained; absent where the sync looked at none, and in older entries. */
      readings: strictObject({
        /** Logs that were read. */
        read: number().int(),
        /** Known failures whose log was not read again. */
        inferred: number().int(),
        /** Failures that the run's record explains, without a log. */
        recorded: number().int(),
        /** Failures whose log is still to be read. */
        pending: number().int()
      }).optional(),
      /** What agents told; absent where the sync had none to ask, and in older entries. */
      telemetry: strictObject({
        /** Executions that were stored. */
        executions: number().int(),
        /** Attempts whose telemetry is still to be fetched. */
        pending: number().int()
      }).optional(),
      /** Why the sync stopped before everything was fetched; null when it finished. */
      stopped: string().nullable()
    });
    Count = number().int();
    HealthDay = strictObject({
      day: Day,
      syncs: Count,
      /** Syncs that stopped before everything was fetched. */
      stopped: Count,
      requests: Count,
      failed: Count,
      retried: Count,
      /** Requests as a share of what the day's limit allows (24 × the hourly limit); null when none was told. */
      limit_share: number().nullable(),
      /** The lowest that was left of an hour's limit after a sync. */
      least_remaining: Count.nullable(),
      jobs_fetch: Rate,
      parse_errors: Count,
      runs_with_missing_fields: Count,
      runs_added: Count,
      runs_updated: Count,
      duration_seconds: number(),
      waited_seconds: number()
    });
    strictObject({
      as_of: Utc,
      freshness: Freshness,
      cron: string().nullable(),
      last_sync: JournalEntry.nullable(),
      /** The newest first. */
      syncs: array(JournalEntry),
      /** The last 30 days, oldest first; days before the first sync are left out. */
      days: array(HealthDay),
      /** Of those days together, most requests first. */
      endpoints: array(EndpointRequests),
      completeness: Completeness,
      files: strictObject({
        count: Count,
        bytes: Count,
        /** Largest first. */
        largest: array(strictObject({
          path: string(),
          bytes: Count
        }))
      }),
      build_id: string()
    });
    createAstro("https://astro.build");
    $$SyncTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SyncTable;
      const { syncs } = Astro.props;
      const links = repositoryLinks(Astro.locals.site.server, Astro.locals.site.repository);
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "Newest syncs: table" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">Started</th><th scope="col">By</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Failed</th><th scope="col" class="num">Limit left</th><th scope="col" class="num">Runs added</th><th scope="col" class="num">Updated</th><th scope="col" class="num">Jobs</th><th scope="col" class="num">Pending</th><th scope="col" class="num">Took</th><th scope="col">Ended</th></tr></thead><tbody>${syncs.map((sync) => {
        const { requests, failed } = requestsOf(sync);
        return renderTemplate`<tr><th scope="row" class="nowrap">${sync.run_id === null ? renderTemplate`<time${addAttribute(sync.started_at, "datetime")}>${moment(sync.started_at)}</time>` : renderTemplate`<a${addAttribute(links.run(sync.run_id), "href")}><time${addAttribute(sync.started_at, "datetime")}>${moment(sync.started_at)}</time></a>`}</th><td class="nowrap">${sync.trigger.replaceAll("_", " ")}</td><td class="num">${count(requests)}</td><td class="num">${count(failed)}</td><td class="num">${count(sync.rate_limit?.remaining ?? null)}</td><td class="num">${count(sync.runs_added)}</td><td class="num">${count(sync.runs_updated)}</td><td class="num">${count(sync.jobs_fetched)} of ${count(sync.jobs_requested)}</td><td class="num">${count(sync.pending)}</td><td class="num">${duration2(sync.duration_seconds)}</td><td>${sync.stopped === null ? "complete" : `stopped: ${sync.stopped}`}</td></tr>`;
      })}</tbody></table>` })}`;
    }, "/site/src/components/SyncTable.astro", void 0);
    health_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Health,
      file: () => $$file6,
      url: () => $$url6
    });
    createAstro("https://astro.build");
    $$Health = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Health;
      const { build, ...health } = Astro.locals.document;
      const { freshness, last_sync, completeness, days, files } = health;
      const NONE2 = "no sync recorded";
      const total = (value) => days.reduce((sum2, day) => sum2 + value(day), 0);
      const requests = total((day) => day.requests);
      const failed = total((day) => day.failed);
      const today = days.at(-1);
      const jobs = rate(total((day) => day.jobs_fetch.part), total((day) => day.jobs_fetch.n));
      const limit = last_sync?.rate_limit ?? null;
      const span = plural(days.length, "day");
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Data health",
        "heading": "Data health",
        "lede": "Whether the other pages can be trusted: how old their data are, what is missing and why, and what watching costs.",
        "section": "health/"
      }, {
        "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<section class="card" aria-labelledby="freshness"><div class="card-head"><h2 id="freshness">Freshness</h2></div><div class="card-body"><p class="verdict"><span class="chip freshness"${addAttribute(freshness.state, "data-state")}${addAttribute(freshness.stale_at ?? void 0, "data-stale-at")}><span data-word>${FRESHNESS_WORDS[freshness.state]}</span></span><span>Data as of ${renderComponent($$result2, "Ago", $$Ago, { "at": health.as_of })}.</span><span>${freshness.next_sync_at ? renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`Next sync due <time${addAttribute(freshness.next_sync_at, "datetime")}>${moment(freshness.next_sync_at)}</time>${health.cron && renderTemplate`${renderComponent($$result3, "Fragment", Fragment, {}, { "default": ($$result4) => renderTemplate` by the schedule <code>${health.cron}</code> (UTC)` })}`}. Without news by${" "}<time${addAttribute(freshness.stale_at ?? void 0, "datetime")}>${moment(freshness.stale_at)}</time>, two syncs were quiet or missed.` })}` : "When the next sync is due is not known: no schedule was found."}</span></p>${freshness.reasons.length > 0 && renderTemplate`<ul class="reasons">${freshness.reasons.map((reason) => renderTemplate`<li>${reason}</li>`)}</ul>`}<p class="small muted">A sync that finds nothing new stores nothing, so quiet hours look like missed ones: the workflow's own page tells them apart.</p></div></section><div class="tiles">${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Requests today",
          "value": today ? count(today.requests) : "\u2014",
          "n": today?.limit_share == null ? "no limit told" : `${percent(today.limit_share)} of a day's limit`,
          "spark": days.map((day) => day.requests)
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Limit left after the last sync",
          "value": limit ? count(limit.remaining) : "\u2014",
          "n": limit ? `of ${count(limit.limit)}, reset ${moment(limit.reset_at).slice(11)}` : "no limit told",
          "spark": days.map((day) => day.least_remaining)
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Failed requests",
          "value": days.length === 0 ? "\u2014" : count(failed),
          "n": days.length === 0 ? NONE2 : `of ${count(requests)} in ${span}`,
          "spark": days.map((day) => day.failed)
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Jobs fetched",
          "value": percent(jobs.value),
          "n": days.length === 0 ? NONE2 : `${count(jobs.part)} of ${count(jobs.n)} asked for`,
          "spark": days.map((day) => day.jobs_fetch.value)
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Last sync took",
          "value": duration2(last_sync?.duration_seconds ?? null),
          "n": last_sync ? `of it ${duration2(last_sync.waited_seconds)} waiting` : NONE2,
          "spark": days.map((day) => day.syncs === 0 ? null : day.duration_seconds / day.syncs)
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Attempts with jobs",
          "value": percent(completeness.with_jobs.value),
          "n": `${count(completeness.with_jobs.part)} of ${count(completeness.with_jobs.n)} completed`
        })}</div><section class="card" aria-labelledby="days"><div class="card-head"><h2 id="days">Syncs by day</h2><span class="note">days in UTC; the last one is still filling</span></div>${days.length === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "No sync recorded yet" }, { "default": ($$result3) => renderTemplate`The first one that stores something appears here.` })}` : renderTemplate`${renderComponent($$result2, "SyncDays", $$SyncDays, { "days": days })}`}</section>${renderComponent($$result2, "Gaps", $$Gaps, { "completeness": completeness })}<div class="pair"><section class="card" aria-labelledby="endpoints"><div class="card-head"><h2 id="endpoints">Requests by endpoint</h2><span class="note">in ${span}</span></div>${health.endpoints.length === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "No request recorded" })}` : renderTemplate`${renderComponent($$result2, "Scroll", $$Scroll, { "label": "Requests by endpoint: table" }, { "default": ($$result3) => renderTemplate`<table><thead><tr><th scope="col">Endpoint</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Failed</th><th scope="col" class="num">Retried</th></tr></thead><tbody>${health.endpoints.map((row) => renderTemplate`<tr><th scope="row"><code>${row.endpoint}</code></th><td class="num">${count(row.requests)}</td><td class="num">${count(row.failed)}</td><td class="num">${count(row.retried)}</td></tr>`)}</tbody></table>` })}`}</section><section class="card" aria-labelledby="files"><div class="card-head"><h2 id="files">Stored files</h2><span class="note">${plural(files.count, "file")}, ${bytes(files.bytes)}; the largest first</span></div>${files.largest.length === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "No file stored" })}` : renderTemplate`${renderComponent($$result2, "Scroll", $$Scroll, { "label": "Largest stored files" }, { "default": ($$result3) => renderTemplate`<table><thead><tr><th scope="col">File</th><th scope="col" class="num">Size</th></tr></thead><tbody>${files.largest.map((file) => renderTemplate`<tr><th scope="row"><code>${file.path}</code></th><td class="num">${bytes(file.bytes)}</td></tr>`)}</tbody></table>` })}`}</section></div><section class="card" aria-labelledby="pages"><div class="card-head"><h2 id="pages">The pages themselves</h2><span class="note">build ${health.build_id}</span></div><dl class="facts"><div><dt>Rendered in</dt><dd>${duration2(build?.seconds ?? null)}</dd></div><div><dt>Pages</dt><dd>${count(build?.pages ?? null)}</dd></div><div><dt>Size</dt><dd>${bytes(build?.bytes ?? null)} of 1 GB that GitHub Pages serves</dd></div><div class="needs-script"><dt>This page in your browser</dt><dd data-page-load>—</dd></div></dl></section>${health.syncs.length > 0 && renderTemplate`<section class="card" aria-labelledby="syncs"><div class="card-head"><h2 id="syncs">Newest syncs</h2><span class="note">${count(health.syncs.length)} shown, the newest first</span></div>${renderComponent($$result2, "SyncTable", $$SyncTable, { "syncs": health.syncs })}</section>`}`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href("api/v1/health.json"), "href")}>JSON</a></li><li><a${addAttribute(href("api/v1/health.csv"), "href")}>CSV</a></li></ul>`
      })}${renderScript($$result, "/site/src/pages/health.astro?astro&type=script&index=0&lang.ts")}`;
    }, "/site/src/pages/health.astro", void 0);
    $$file6 = "/site/src/pages/health.astro";
    $$url6 = "/__BASE__/health/";
    page7 = () => health_exports;
  }
});

// server/chunks/index@_@astro5.mjs
var index_astro5_exports = {};
__export(index_astro5_exports, {
  page: () => page8
});
function heatClass({ failures, executions }) {
  if (executions === 0) return [];
  if (failures === 0) return ["heat-0"];
  const shade = SHADES.findLastIndex((least) => failures / executions >= least) + 1;
  return executions < LEAST2 ? [`heat-${shade}`, "few"] : [`heat-${shade}`];
}
function failingRuns(row, when) {
  const named = row.step !== null && row.variants.length > MOST_VARIANTS;
  return runsLink({
    ...when,
    wf: [row.workflow_slug],
    step: {
      jobs: named ? [] : row.variants,
      steps: row.step === null ? [] : [row.step],
      failed: true,
      slowerThan: null
    }
  });
}
var $$RecoveryTable, SHADES, LEAST2, MOST_VARIANTS, $$StepHeatmap, $$Taxonomy, operations_exports, $$Index4, $$file7, $$url7, page8;
var init_index_astro5 = __esm({
  "server/chunks/index@_@astro5.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_run_links();
    init_outcome();
    init_stats();
    init_TrendChart();
    init_Delta();
    init_Empty();
    init_CoverageLine();
    init_SortTable();
    init_Status();
    init_category_word();
    init_printable();
    init_SpecificTo();
    init_Scroll();
    init_Tile();
    createAstro("https://astro.build");
    $$RecoveryTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RecoveryTable;
      const { rows } = Astro.props;
      return renderTemplate`${renderComponent($$result, "SortTable", $$SortTable, { "label": "Workflows by time to recovery" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table class="wide"><thead><tr><th scope="col" data-sort="text">Workflow</th><th scope="col" data-sort="text">Now</th><th scope="col" class="num" data-sort="number">Broken since</th><th scope="col" class="num" data-sort="number">Mended</th><th scope="col" class="num" data-sort="number">Mean time</th><th scope="col" class="num" data-sort="number">Longest</th></tr></thead><tbody>${rows.map((row) => renderTemplate`<tr><th scope="row"${addAttribute(row.workflow, "data-value")}><a class="clip"${addAttribute(href(`workflows/${row.workflow_slug}/`), "href")}>${row.workflow}</a></th><td${addAttribute(row.broken_since === null ? "passing" : "broken", "data-value")}>${renderComponent($$result2, "Status", $$Status, {
        "status": "completed",
        "conclusion": row.broken_since === null ? "success" : "failure"
      })}</td><td class="num muted"${addAttribute(row.broken_since === null ? "" : Date.parse(row.broken_since), "data-value")}>${row.broken_since === null ? "\u2014" : renderTemplate`${renderComponent($$result2, "Ago", $$Ago, { "at": row.broken_since })}`}</td><td class="num"${addAttribute(row.recoveries, "data-value")}>${count(row.recoveries)}</td><td class="num"${addAttribute(row.mean_seconds ?? "", "data-value")}>${duration2(row.mean_seconds)}</td><td class="num"${addAttribute(row.longest_seconds ?? "", "data-value")}>${duration2(row.longest_seconds)}</td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/operations/RecoveryTable.astro", void 0);
    SHADES = [
      0,
      0.05,
      0.1,
      0.2,
      0.4,
      0.7
    ];
    LEAST2 = 5;
    MOST_VARIANTS = 8;
    createAstro("https://astro.build");
    $$StepHeatmap = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$StepHeatmap;
      const { heatmap, period } = Astro.props;
      const { columns, column_seconds, rows } = heatmap;
      const full = columns.map((start) => bucketLabel(start, column_seconds));
      const short = columns.map((start, index) => {
        if (column_seconds < 86400) return start.slice(11, 13);
        const day = String(Number(start.slice(8, 10)));
        return index === 0 || start.slice(5, 7) !== columns[index - 1]?.slice(5, 7) ? full[index] ?? day : day;
      });
      const unit = column_seconds < 86400 ? "hour" : column_seconds === 86400 ? "day" : "week";
      return renderTemplate`${renderComponent($$result, "SortTable", $$SortTable, { "label": "Failures by step and time" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table class="heatmap"><thead><tr><th scope="col" data-sort="text">Step</th><th scope="col" class="num" data-sort="number" aria-sort="descending">Failed</th><th scope="col" class="num" data-sort="number">Rate</th>${columns.map((_, index) => renderTemplate`<th scope="col" class="slot"><span aria-hidden="true">${short[index]}</span><span class="visually-hidden">${full[index]}</span></th>`)}</tr></thead><tbody>${rows.map((row) => renderTemplate`<tr><th scope="row" class="sticky"${addAttribute(row.step ?? row.job, "data-value")}><span class="clip"${addAttribute(row.step ?? void 0, "title")}>${row.step ?? "The job itself"}</span><span class="clip small muted"><a${addAttribute(href(`workflows/${row.workflow_slug}/`), "href")}>${row.workflow}</a> / ${row.job}${row.variants.length > 1 && ` (${row.variants.length} variants)`}</span></th><td class="num"${addAttribute(row.failures, "data-value")}><a${addAttribute(href(failingRuns(row, { period })), "href")}${addAttribute(`${row.failures} of ${row.executions}`, "title")}>${count(row.failures)}</a></td><td class="num"${addAttribute(row.executions < 5 ? "" : row.failures / row.executions, "data-value")}>${row.executions < 5 ? renderTemplate`<span class="muted">of ${row.executions}</span>` : percent(row.failures / row.executions)}</td>${row.cells.map((cell, index) => {
        const start = columns[index] ?? "";
        const words = `${cell.failures} of ${plural(cell.executions, "execution")} failed`;
        return renderTemplate`<td${addAttribute(["slot", ...heatClass(cell)], "class:list")}${addAttribute(cell.executions === 0 ? void 0 : `${full[index]}: ${words}`, "title")}>${cell.failures > 0 ? renderTemplate`<a${addAttribute(href(failingRuns(row, {
          from: start,
          to: addSeconds(start, column_seconds)
        })), "href")}${addAttribute(`${words}, ${unit} from ${full[index]}`, "aria-label")}>${cell.failures}</a>` : cell.executions > 0 && renderTemplate`<span class="muted"${addAttribute(words, "aria-label")} role="img">·</span>`}</td>`;
      })}</tr>`)}</tbody></table>` })}<p class="card-body explain">A cell is a ${unit} (UTC): the number is failures, the shade their share of executions, from light (up to 5 %) to dark (70 % and more); a dashed frame: fewer than 5 executions. A dot: it ran and did not fail. Empty: it did not run.${heatmap.left_out > 0 && ` ${plural(heatmap.left_out, "more step")} failed less often.`}</p>`;
    }, "/site/src/components/operations/StepHeatmap.astro", void 0);
    createAstro("https://astro.build");
    $$Taxonomy = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Taxonomy;
      const { domains, period } = Astro.props;
      const total = domains.reduce((sum2, { attempts }) => sum2 + attempts, 0);
      const most = Math.max(...domains.map(({ attempts }) => attempts), 1);
      function changeOf({ attempts, previous }) {
        if (previous === null) return "";
        if (attempts === previous) return "same as before";
        return `${signed(attempts - previous)} ${attempts > previous ? "\u2191 more" : "\u2193 fewer"} than before`;
      }
      const lost = (minutes) => minutes === null ? "" : `${duration2(minutes * 60)} lost`;
      return renderTemplate`${maybeRenderHead($$result)}<div class="taxonomy">${domains.map((domain, index) => renderTemplate`<details class="domain"${addAttribute(index === 0, "open")}><summary><span class="name">${DOMAIN_WORDS[domain.domain]}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="fill-failure"${addAttribute((100 * domain.attempts / most).toFixed(1), "width")} height="10"></rect></svg><span class="num">${count(domain.attempts)}</span><span class="muted small">${(100 * domain.attempts / total).toFixed(0)} % · ${[changeOf(domain), lost(domain.minutes_lost)].filter(Boolean).join(" \xB7 ")}</span></summary>${domain.categories.map((category) => renderTemplate`<details class="category"><summary><span class="name">${categoryWord(category.category)}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="fill-bar"${addAttribute((100 * category.attempts / most).toFixed(1), "width")} height="10"></rect></svg><span class="num">${count(category.attempts)}</span><span class="muted small">${[
        `in ${plural(category.workflows, "workflow")}`,
        changeOf(category),
        lost(category.minutes_lost),
        category.inferred > 0 ? `${count(category.inferred)} inferred` : ""
      ].filter(Boolean).join(" \xB7 ")}</span></summary><div class="within"><p class="small"><a${addAttribute(href(runsLink({
        period,
        category: [category.category]
      })), "href")}>Its runs of this period</a></p>${renderComponent($$result, "SpecificTo", $$SpecificTo, { "found": category.specific_to })}</div>${renderComponent($$result, "Scroll", $$Scroll, { "label": `Errors: ${categoryWord(category.category)}` }, { "default": ($$result2) => renderTemplate`<table class="wide"><thead><tr><th scope="col">Error</th><th scope="col" class="num">Attempts</th><th scope="col">Newest runs</th><th scope="col" class="num">Workflows</th><th scope="col" class="num">Job time lost</th><th scope="col" class="num">First seen here</th><th scope="col" class="num">Last seen</th></tr></thead><tbody>${category.signatures.map((error3) => renderTemplate`<tr><th scope="row">${error3.listed ? renderTemplate`<a class="clip"${addAttribute(href(errorPath(error3.signature)), "href")}>${error3.title}</a>` : renderTemplate`<span class="clip">${error3.title}</span>`}<span class="clip small muted mono"${addAttribute(error3.pattern, "title")}>${printableLine(error3.pattern)}</span></th><td class="num">${count(error3.attempts)}</td><td class="nowrap">${error3.newest.map((run2) => renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`<a${addAttribute(href(runLink(run2.run_id, run2.latest ? null : run2.run_attempt)), "href")}>#${run2.run_number}${run2.run_attempt > 1 && `, attempt ${run2.run_attempt}`}</a>${" "}` })}`)}</td><td class="num">${count(error3.workflows)}</td><td class="num">${duration2(error3.minutes_lost === null ? null : error3.minutes_lost * 60)}</td><td class="num muted">${renderComponent($$result2, "Ago", $$Ago, { "at": error3.first_seen })}</td><td class="num muted">${renderComponent($$result2, "Ago", $$Ago, { "at": error3.last_seen })}</td></tr>`)}</tbody></table>` })}${category.more > 0 && renderTemplate`<p class="within small muted">${plural(category.more, "more error")} with fewer attempts.</p>`}</details>`)}</details>`)}</div>`;
    }, "/site/src/components/operations/Taxonomy.astro", void 0);
    operations_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index4,
      file: () => $$file7,
      url: () => $$url7
    });
    createAstro("https://astro.build");
    $$Index4 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index4;
      const LEAST3 = 5;
      const { period, failures, previous_failures, trend, coverage, reruns, recovery, heatmap, taxonomy } = Astro.locals.document;
      const recoveryLink = `${periodPath("operations/", period.name)}#recovery`;
      const failed = {
        period: period.name,
        status: statesOf("failure")
      };
      const changed = change(failures.value, previous_failures?.value ?? null);
      const rates = trend.map((bucket) => bucket.decided < LEAST3 ? null : bucket.failures / bucket.decided);
      const broken = recovery.filter(({ broken_since }) => broken_since !== null);
      const recoveries = recovery.reduce((sum2, row) => sum2 + row.recoveries, 0);
      const broke2 = recovery.reduce((sum2, row) => sum2 + (row.mean_seconds ?? 0) * row.recoveries, 0);
      const worst = rates.reduce((most, value, index) => (value ?? 0) > (rates[most] ?? 0) ? index : most, 0);
      const finding = failures.n === 0 ? "Nothing succeeded or failed in this period." : (rates[worst] ?? 0) > 0 ? `${percent(failures.value)} of ${plural(failures.n, "attempt")} failed; most from ${bucketLabel(trend[worst]?.start ?? period.from, period.bucket_seconds)}, ${percent(rates[worst] ?? null)} of ${count(trend[worst]?.decided ?? 0)}.` : `${percent(failures.value)} of ${plural(failures.n, "attempt")} failed; no ${bucketName(period.bucket_seconds)} had ${LEAST3} attempts and a failure.`;
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Operations",
        "heading": "Operations",
        "lede": `Where ${plural(failures.n, "finished attempt")} broke, why, and how fast it was mended. AgentOps' own runs are left out.`,
        "section": "operations/",
        "periods": {
          page: "operations/",
          current: period.name
        }
      }, {
        "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<div class="tiles five">${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Failure rate",
          "value": percent(failures.value),
          "n": `${count(failures.part)} of ${plural(failures.n, "attempt")}`,
          "link": runsLink(failed),
          "spark": rates
        }, { "default": ($$result3) => renderTemplate`${renderComponent($$result3, "Delta", $$Delta, {
          "change": changed,
          "amount": `${Math.abs((changed ?? 0) * 100).toFixed(1)} pts`,
          "better": "down",
          "least": 5e-4
        })}` })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Causes known",
          "value": count(coverage.read + coverage.inferred),
          "n": `of ${plural(coverage.failures, "failed attempt")}`,
          "link": "errors/"
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Re-runs that turned green",
          "value": percent(reruns.value),
          "n": `${count(reruns.part)} of ${plural(reruns.n, "re-run")}`,
          "link": runsLink({
            period: period.name,
            reruns: true
          })
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Mean time to recovery",
          "value": duration2(recoveries === 0 ? null : broke2 / recoveries),
          "n": `mended ${plural(recoveries, "time")} on the default branch`,
          "link": recoveryLink
        })}${renderComponent($$result2, "Tile", $$Tile, {
          "label": "Broken now",
          "value": count(broken.length),
          "n": "workflows, on the default branch",
          "link": recoveryLink
        })}</div>${renderComponent($$result2, "CoverageLine", $$CoverageLine, {
          "coverage": coverage,
          "when": "in this period"
        })}<section class="card" aria-labelledby="causes"><div class="card-head"><h2 id="causes">Why it failed</h2><span class="note">attempts by domain, category and error</span></div>${taxonomy.length > 0 ? renderTemplate`${renderComponent($$result2, "Taxonomy", $$Taxonomy, {
          "domains": taxonomy,
          "period": period.name
        })}` : coverage.failures === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, {
          "title": "No failures in this period",
          "good": true
        }, { "default": ($$result3) => renderTemplate`In ${plural(failures.n, "finished attempt")}.` })}` : renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "No failure of this period has been read" }, { "default": ($$result3) => renderTemplate`${plural(coverage.failures, "attempt")} failed. Their logs are read by a sync with <code>analyze-failures: new</code>,
          or one at a time by <code>agentops analyze</code>.
        ` })}`}</section><section class="card" aria-labelledby="where"><div class="card-head"><h2 id="where">Where it failed</h2><span class="note">steps by failures, whether their logs were read or not</span></div>${heatmap.rows.length > 0 ? renderTemplate`${renderComponent($$result2, "StepHeatmap", $$StepHeatmap, {
          "heatmap": heatmap,
          "period": period.name
        })}` : failures.part === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, {
          "title": "No step failed",
          "good": true
        }, { "default": ($$result3) => renderTemplate`In ${plural(failures.n, "finished attempt")}.` })}` : renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "The steps of the failed attempts are not known" }, { "default": ($$result3) => renderTemplate`They appear once their jobs have been fetched.` })}`}</section>${renderComponent($$result2, "TrendChart", $$TrendChart, {
          "title": "Failure rate",
          "note": `percent per ${bucketName(period.bucket_seconds)}, UTC; nothing below ${LEAST3} attempts; the last is still filling`,
          "finding": finding,
          "kind": "line",
          "unit": "count",
          "labels": trend.map(({ start }) => bucketLabel(start, period.bucket_seconds)),
          "series": [{
            name: "Failed, % of attempts that succeeded or failed",
            color: "status-failure",
            values: rates.map((value) => value === null ? null : Number((value * 100).toFixed(1))),
            texts: trend.map((bucket, index) => `${percent(rates[index] ?? null)} (${bucket.failures} of ${bucket.decided})`),
            links: trend.map((bucket) => bucket.failures === 0 ? null : runsLink({
              status: statesOf("failure"),
              from: bucket.start,
              to: addSeconds(bucket.start, period.bucket_seconds)
            }))
          }]
        })}<section class="card" id="recovery" aria-labelledby="recovery-heading"><div class="card-head"><h2 id="recovery-heading">Time to recovery</h2><span class="note">default branch: from the end of the first failure to the end of the next success</span></div>${recovery.length > 0 ? renderTemplate`${renderComponent($$result2, "RecoveryTable", $$RecoveryTable, { "rows": recovery })}` : renderTemplate`${renderComponent($$result2, "Empty", $$Empty, {
          "title": "No workflow broke on the default branch",
          "good": true
        }, { "default": ($$result3) => renderTemplate`Nothing had to be mended in this period.` })}`}</section>`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href("api/v1/operations/steps.csv"), "href")}>CSV</a></li><li><a${addAttribute(href(`api/v1/operations/${period.name}.json`), "href")}>JSON</a></li></ul>`
      })}`;
    }, "/site/src/pages/operations/index.astro", void 0);
    $$file7 = "/site/src/pages/operations/index.astro";
    $$url7 = "/__BASE__/operations/";
    page8 = () => operations_exports;
  }
});

// server/chunks/Menu.mjs
var API_ROOT, $$Menu;
var init_Menu = __esm({
  "server/chunks/Menu.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    API_ROOT = "api/v1/";
    createAstro("https://astro.build");
    $$Menu = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Menu;
      const { label, facet } = Astro.props;
      return renderTemplate`${maybeRenderHead($$result)}<details class="menu"${addAttribute(facet, "data-facet")}${addAttribute(label, "data-label")} name="menu"><summary>${label}<span class="badge" data-badge></span></summary><div class="panel" data-panel>${renderSlot($$result, $$slots["default"])}</div></details>`;
    }, "/site/src/components/runs/Menu.astro", void 0);
  }
});

// server/chunks/RunPage.mjs
function startedAt(run2) {
  return run2.run_started_at ?? run2.created_at;
}
function ownJobs(run2) {
  return (run2.jobs ?? []).filter((job) => job.run_attempt === run2.run_attempt);
}
function jobBegan(job) {
  if (job.status !== "completed") return job.status === "in_progress";
  if (job.conclusion === "cancelled") return Boolean(job.runner_name) || job.steps.length > 0;
  return job.conclusion !== "skipped";
}
function toldMore(reading) {
  const { tests, coverage, agents, slow_commands, truncated, pull_requests, branches } = reading;
  return tests !== null || coverage !== null || [
    agents,
    slow_commands,
    truncated,
    pull_requests,
    branches
  ].some((list) => list.length > 0) || [
    reading.metrics,
    reading.resources,
    reading.redactions
  ].some((all) => Object.keys(all).length > 0);
}
function analyzeRun({ id, issue: issue2 }, { repository, server: server2, links }) {
  const { host } = new URL(server2);
  const place = host === "github.com" ? repository : `${host}/${repository}`;
  const answer = issue2 === null ? "" : ` -f issue_number=${issue2}`;
  const body = [`Please read the logs of run ${id}: ${links.run(id)}`, `Somebody who may write to the repository sets the label \`${ANALYZE_LABEL}\`; the answer comes as a comment.`].join("\n\n");
  return {
    command: `gh workflow run ${ANALYZER_WORKFLOW} --repo ${place} -f run_id=${id}${answer}`,
    dispatch: links.workflow(ANALYZER_WORKFLOW),
    issue: links.newIssue(`Analyze run ${id}`, body)
  };
}
function domainOf(category) {
  return DOMAIN_OF.get(category) ?? "unknown";
}
function resourceFigure(name, value) {
  const [, what = name, unit] = /^(.*)_(bytes|seconds|percent)$/.exec(name) ?? [];
  const words = what.replaceAll("_", " ");
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  if (unit === "bytes") return [label, bytes(value)];
  if (unit === "seconds") return [label, duration2(value)];
  return [label, unit === "percent" ? `${value} %` : String(value)];
}
function word(text) {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${text})(?![\p{L}\p{N}]|\.md)`, "iu");
}
function queueOf(run2) {
  const first = ownJobs(run2).flatMap((job) => jobBegan(job) && job.started_at ? [job.started_at] : []).reduce((a2, b) => a2 === null || b < a2 ? b : a2, null);
  return secondsBetween(startedAt(run2), first);
}
function comparedWith(seconds, { n: n2, p50, p95 }) {
  if (p50 === null || n2 < 2) return "";
  const usual = `median ${duration2(p50)}${p95 === null ? "" : `, p95 ${duration2(p95)}`} of ${n2} in 30 days`;
  if (seconds === null) return usual;
  return `${p95 !== null && seconds > p95 ? "above p95: " : seconds > p50 * 1.5 ? "long: " : seconds < p50 / 1.5 ? "short: " : ""}${usual}`;
}
var RUN_FILES, ANALYZER_WORKFLOW, ANALYZE_LABEL, $$AnalyzeMenu, $$Artifacts, $$AttemptNav, DOMAINS, DOMAIN_OF, $$Finding, $$SeenBefore, $$Diagnosis, $$JobsTable, $$AgentResults, $$LogReading, $$RelatedRuns, GEMINI, $$RunFacts, $$TimelineBar, $$RunTimeline, MISSING_JOBS, NOT_READ, $$RunVerdict, $$RunPage;
var init_RunPage = __esm({
  "server/chunks/RunPage.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_links();
    init_Menu();
    init_Status();
    init_Scroll();
    init_run_links();
    init_category_word();
    init_outcome();
    init_printable();
    init_run_reading();
    RUN_FILES = {
      index: "runs/index.json",
      texts: (month) => `runs/texts/${month}.json`,
      steps: (month) => `runs/steps/${month}.json`,
      days: "runs/days.json",
      day: (day) => `runs/${day}.json`
    };
    ANALYZER_WORKFLOW = "agentops-log-analyzer.yml";
    ANALYZE_LABEL = "agentops-analyze";
    createAstro("https://astro.build");
    $$AnalyzeMenu = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$AnalyzeMenu;
      const { run: run2, github } = Astro.props;
      const { repository, server: server2 } = Astro.locals.site;
      const [pull, ...others] = run2.pull_requests ?? [];
      const issue2 = pull !== void 0 && others.length === 0 ? pull.number : null;
      const { command, dispatch, issue: newIssue } = analyzeRun({
        id: run2.id,
        issue: issue2
      }, {
        repository,
        server: server2,
        links: github
      });
      return renderTemplate`${maybeRenderHead($$result)}<div class="analyze">${renderComponent($$result, "Menu", $$Menu, { "label": "Analyze this run" }, { "default": ($$result2) => renderTemplate`<ol role="list"><li><p>In a shell${issue2 !== null && `, the answer as a comment on #${issue2}`}:</p><pre tabindex="0" aria-label="Command"><code>${command}</code></pre>${renderComponent($$result2, "copy-link", "copy-link", { "data-text": command }, { "default": ($$result3) => renderTemplate`<button type="button">Copy the command</button>` })}</li><li><p><a${addAttribute(dispatch, "href")}>Start the workflow on GitHub</a> with the run id <b class="mono">${run2.id}</b></p></li><li><p><a${addAttribute(newIssue, "href")}>Open an issue</a>; somebody who may write to the repository then sets the label <b class="mono">${ANALYZE_LABEL}</b></p></li></ol><p class="small muted">All three need <span class="mono">.github/workflows/${ANALYZER_WORKFLOW}</span> in the repository.</p>` })}</div>`;
    }, "/site/src/components/runs/AnalyzeMenu.astro", void 0);
    createAstro("https://astro.build");
    $$Artifacts = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Artifacts;
      const { artifacts, runId, github } = Astro.props;
      const now = Astro.locals.site.as_of;
      const isGone = (artifact) => artifact.expired || artifact.expires_at !== null && artifact.expires_at <= now;
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "List of artifacts" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">Name</th><th scope="col" class="num">Size</th><th scope="col">Created</th><th scope="col">Kept until</th><th scope="col">Digest</th></tr></thead><tbody>${artifacts.map((artifact) => renderTemplate`<tr><th scope="row">${isGone(artifact) ? artifact.name : renderTemplate`<a${addAttribute(github.artifact(runId, artifact.id), "href")}>${artifact.name}</a>`}</th><td class="num">${bytes(artifact.size_in_bytes)}</td><td class="nowrap">${moment(artifact.created_at)}</td><td class="nowrap">${isGone(artifact) ? "expired" : moment(artifact.expires_at)}</td><td class="mono">${artifact.digest?.slice(0, 19)}</td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/runs/Artifacts.astro", void 0);
    createAstro("https://astro.build");
    $$AttemptNav = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$AttemptNav;
      const { attempts, run: run2 } = Astro.props.detail;
      const latest = attempts.at(-1)?.run_attempt;
      return renderTemplate`${maybeRenderHead($$result)}<nav class="attempts" aria-label="Attempts">${attempts.map((attempt) => renderTemplate`<a${addAttribute(href(runLink(run2.id, attempt.run_attempt === latest ? null : attempt.run_attempt)), "href")}${addAttribute(attempt.run_attempt === run2.run_attempt ? "page" : void 0, "aria-current")}>Attempt ${attempt.run_attempt} ${renderComponent($$result, "Status", $$Status, {
        "status": attempt.status,
        "conclusion": attempt.conclusion
      })}</a>`)}</nav>`;
    }, "/site/src/components/runs/AttemptNav.astro", void 0);
    DOMAINS = {
      provider: [
        "timeout",
        "rate_limit",
        "quota_exceeded",
        "auth_failed",
        "provider_overloaded"
      ],
      model: [
        "invalid_json",
        "tool_selection_error",
        "unsafe_output",
        "context_overflow"
      ],
      tooling: [
        "tool_timeout",
        "tool_contract_mismatch",
        "dependency_unavailable",
        "test_failure",
        "build_failure",
        "lint_failure",
        "type_error",
        "merge_conflict",
        "permission_denied",
        "network",
        "disk_full",
        "out_of_memory",
        "runner_lost",
        "configuration",
        "script_error"
      ],
      workflow: [
        "loop_detected",
        "max_turns",
        "missing_context",
        "bad_routing",
        "cancelled"
      ],
      governance: [
        "policy_blocked",
        "approval_timeout",
        "budget_exceeded"
      ],
      unknown: ["unknown"]
    };
    Object.values(DOMAINS).flat();
    DOMAIN_OF = new Map(Object.entries(DOMAINS).flatMap(([domain, categories]) => categories.map((category) => [category, domain])));
    createAstro("https://astro.build");
    $$Finding = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Finding;
      const { finding, run: run2, inferred, github } = Astro.props;
      const { category, job, step, excerpt } = finding;
      const place = findingPlace(finding, {
        run: run2,
        inferred,
        github
      });
      const domain = domainOf(category);
      const message = printableLine(finding.message, 500);
      const saysMore = message !== "" && !excerpt.some(({ text }) => printableLine(text, 300).includes(message));
      return renderTemplate`${maybeRenderHead($$result)}<p class="finding-kind"><span class="tag">${categoryWord(category)}</span>${domain !== "unknown" && renderTemplate`<span class="muted small">${" "}${DOMAIN_WORDS[domain]}</span>`}</p><p class="finding-title">${finding.title}</p>${category === "unknown" && renderTemplate`<p>No rule knows this failure${excerpt.length > 0 && "; the marked line looks most like its cause"}.</p>`}${saysMore && renderTemplate`<p class="finding-message mono">${message}</p>`}<p class="small">${confidenceWords(finding.confidence)}${job !== null && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${" \xB7 job "}<b>${printableLine(job)}</b>` })}`}${step !== null && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${", step "}<b>${printableLine(step)}</b>` })}`}${place && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${" \xB7 "}<a${addAttribute(place.address, "href")}>${place.words}</a>` })}`}</p>${renderComponent($$result, "Excerpt", $$Excerpt, { "finding": finding })}${finding.advice && renderTemplate`<p class="finding-advice"><b>What to do:</b>${" "}${finding.advice}</p>`}`;
    }, "/site/src/components/runs/Finding.astro", void 0);
    createAstro("https://astro.build");
    $$SeenBefore = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SeenBefore;
      const { history, signature, github } = Astro.props;
      const { runs, first_seen: first, last_seen: last, state, flaky, fix, known: known2 } = history;
      const page16 = href(errorPath(signature));
      return renderTemplate`${maybeRenderHead($$result)}<p>${runs === 1 ? "Seen in this run only" : renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<a${addAttribute(page16, "href")}>Seen in ${plural(runs, "run")}</a> since ${moment(first)}, last ${moment(last)}` })}`}${state === "regressed" && ": it had been fixed and came back"}.${" "}<span class="small muted">${runs === 1 && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<a${addAttribute(page16, "href")}>Its page</a>, ` })}`}signature <span class="mono">${signature}</span></span></p>${known2 && renderTemplate`<p><b>Known here:</b>${" "}<a${addAttribute(page16, "href")}>${known2.title}</a></p>`}${flaky.part > 0 && renderTemplate`<p>In ${count(flaky.part)} of ${plural(flaky.n, "attempt")} the same commit passed without a change: it comes and goes by itself.</p>`}${fix && !fix.same_commit && renderTemplate`<p><b>What fixed it last time:</b>${" "}<a class="mono"${addAttribute(github.commit(fix.head_sha), "href")}>${fix.head_sha.slice(0, 7)}</a>${" "}${fix.message}${fix.pull_requests.map((number2) => renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${" "}<a${addAttribute(github.pull(number2), "href")}>#${number2}</a>` })}`)}<span class="small muted">${" "}<a${addAttribute(href(runLink(fix.run_id, fix.latest ? null : fix.run_attempt)), "href")}>passed</a>${" "}${moment(fix.at)}${!fix.same_branch && ` on ${fix.branch}, as its own branch never did`}</span></p>`}`;
    }, "/site/src/components/runs/SeenBefore.astro", void 0);
    createAstro("https://astro.build");
    $$Diagnosis = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Diagnosis;
      const { detail, github } = Astro.props;
      const { run: run2, reading } = detail;
      const [primary, ...others] = reading?.findings ?? [];
      const inferred = reading?.source === "inferred";
      const failed = roleOf(run2) === "failure";
      return renderTemplate`${reading && (primary || failed) && renderTemplate`${maybeRenderHead($$result)}<div${addAttribute([
        "verdict",
        "diagnosis",
        { failed }
      ], "class:list")}>${primary ? renderTemplate`${renderComponent($$result, "Finding", $$Finding, {
        "finding": primary,
        "run": run2,
        "inferred": inferred,
        "github": github
      })}` : renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<p class="finding-kind"><span class="tag">${categoryWord("unknown")}</span></p><p class="finding-title">The logs were read, and nothing in them looks like the cause.</p>` })}`}${inferred && renderTemplate`<p class="small">Inferred: these logs were not read. The same failure was read before${reading.inferred_from !== null && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`, in <a${addAttribute(href(runLink(reading.inferred_from)), "href")}>run ${reading.inferred_from}</a>` })}`}.${primary && primary.excerpt.length > 0 && " The lines above are of its log."}</p>`}${reading.source === "record" && renderTemplate`<p class="small">No log tells this; GitHub's record of the run does.</p>`}${primary && detail.history && renderTemplate`${renderComponent($$result, "SeenBefore", $$SeenBefore, {
        "history": detail.history,
        "signature": primary.signature,
        "github": github
      })}`}${others.length > 0 && renderTemplate`<details class="others"><summary>${plural(others.length, "other finding")}</summary><ol role="list">${others.map((finding) => renderTemplate`<li>${renderComponent($$result, "Finding", $$Finding, {
        "finding": finding,
        "run": run2,
        "inferred": inferred,
        "github": github
      })}</li>`)}</ol></details>`}</div>`}`;
    }, "/site/src/components/runs/Diagnosis.astro", void 0);
    createAstro("https://astro.build");
    $$JobsTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$JobsTable;
      const { timeline, runId, github } = Astro.props;
      const jobs = timeline.jobs.length;
      const steps = timeline.jobs.reduce((sum2, job) => sum2 + job.steps.length, 0);
      const offset = (seconds) => seconds === null ? "\u2014" : `+${duration2(seconds)}`;
      return renderTemplate`${maybeRenderHead($$result)}<div class="card-head"><h2 id="jobs-heading">Jobs and steps</h2><p class="note">${jobs} ${jobs === 1 ? "job" : "jobs"}, ${steps} steps</p></div>${renderComponent($$result, "Scroll", $$Scroll, { "label": "All jobs and steps" }, { "default": ($$result2) => renderTemplate`<table class="jobs-table"><thead><tr><th scope="col">Job, step</th><th scope="col">Result</th><th scope="col" class="num">Start</th><th scope="col" class="num">Queue</th><th scope="col" class="num">Duration</th><th scope="col" class="num">Alone on the critical path</th><th scope="col">Runner</th></tr></thead>${timeline.jobs.map(({ job, steps: steps2, ...bar }) => renderTemplate`<tbody><tr class="job-row"><th scope="rowgroup"><a class="clip"${addAttribute(github.job(runId, job.id), "href")}>${job.name}</a>${bar.critical && renderTemplate`<span class="tag">critical</span>`}${bar.carriedOver && renderTemplate`<span class="tag">from attempt ${job.run_attempt}</span>`}</th><td>${renderComponent($$result2, "Status", $$Status, {
        "status": job.status,
        "conclusion": job.conclusion
      })}</td><td class="num">${offset(bar.start)}</td><td class="num">${duration2(bar.carriedOver ? null : job.queued_seconds)}</td><td class="num">${duration2(job.duration_seconds)}</td><td class="num">${bar.critical ? duration2(bar.exclusive) : ""}</td><td class="muted">${job.labels.join(", ")}</td></tr>${steps2.map(({ step, ...part }) => renderTemplate`<tr><th scope="row" class="step-name"><a class="clip"${addAttribute(github.step(runId, job.id, step.number), "href")}>${step.number} ${step.name}</a></th><td>${renderComponent($$result2, "Status", $$Status, {
        "status": step.status,
        "conclusion": step.conclusion
      })}</td><td class="num">${offset(part.start)}</td><td></td><td class="num">${duration2(step.duration_seconds)}</td><td class="num">${part.critical ? duration2(part.exclusive) : ""}</td><td></td></tr>`)}</tbody>`)}</table>` })}`;
    }, "/site/src/components/runs/JobsTable.astro", void 0);
    createAstro("https://astro.build");
    $$AgentResults = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$AgentResults;
      const { agents } = Astro.props;
      const dollars = (usd) => usd === null ? "\u2014" : `$${usd.toFixed(usd < 1 ? 4 : 2)}`;
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "Agents' own results" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">Agent</th><th scope="col">Model</th><th scope="col">Ended</th><th scope="col" class="num">Cost, reported</th><th scope="col" class="num">Turns</th><th scope="col" class="num">Tokens</th><th scope="col" class="num">Denials</th><th scope="col" class="num">Time</th></tr></thead><tbody>${agents.map((result) => renderTemplate`<tr><th scope="row">${printableLine(result.agent)}</th><td class="mono">${result.model === null ? "\u2014" : printableLine(result.model)}</td><td>${result.is_error === null ? "\u2014" : result.is_error ? "with an error" : "well"}</td><td class="num">${dollars(result.cost_usd)}</td><td class="num">${count(result.turns)}</td><td class="num">${count(result.tokens_total)}</td><td class="num">${count(result.permission_denials)}</td><td class="num">${duration2(result.duration_ms === null ? null : result.duration_ms / 1e3)}</td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/runs/AgentResults.astro", void 0);
    createAstro("https://astro.build");
    $$LogReading = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$LogReading;
      const { reading, github } = Astro.props;
      const { tests, coverage, agents, metrics, resources, slow_commands: commands } = reading;
      const { truncated, redactions, pull_requests: pulls, branches } = reading;
      const figures = [
        ...coverage === null ? [] : [["Line coverage", percent(coverage / 100)]],
        ...Object.entries(resources).map(([name, value]) => resourceFigure(name, value)),
        ...Object.entries(metrics).map(([name, value]) => [printableLine(name), String(value)])
      ];
      const hidden = Object.entries(redactions).map(([kind, times]) => `${count(times)} \xD7 ${kind.replaceAll("_", " ")}`);
      return renderTemplate`${maybeRenderHead($$result)}<div class="card-head"><h2 id="logs-heading">From the logs</h2><p class="note">${reading.source === "read" ? `rules of version ${reading.rules_version}` : "not of this attempt's own logs"}</p></div><div class="reading">${tests && renderTemplate`<div><h3>Tests</h3><p>${count(tests.failed)} failed, ${count(tests.passed)} passed, ${count(tests.skipped)} skipped</p>${tests.failures.length > 0 && renderTemplate`<details${addAttribute(tests.failures.length <= 5 ? true : void 0, "open")}><summary>${plural(tests.failures.length, "failing test")}</summary><ul class="names">${tests.failures.map((name) => renderTemplate`<li class="mono">${printableLine(name, 300)}</li>`)}</ul></details>`}</div>`}${agents.length > 0 && renderTemplate`<div class="wide"><h3>What agents said about themselves</h3>${renderComponent($$result, "AgentResults", $$AgentResults, { "agents": agents })}</div>`}${figures.length > 0 && renderTemplate`<div><h3>Figures</h3><dl class="figures-list">${figures.map(([name, value]) => renderTemplate`<div><dt>${name}</dt><dd class="num">${value}</dd></div>`)}</dl></div>`}${commands.length > 0 && renderTemplate`<div><h3>Slowest commands</h3><ol class="names" role="list">${commands.map(({ text, seconds, line }) => renderTemplate`<li><span class="num">${duration2(seconds)}</span>${" "}<code>${printableLine(text)}</code>${" "}<span class="muted small">line ${count(line)}</span></li>`)}</ol></div>`}${(pulls.length > 0 || branches.length > 0) && renderTemplate`<div><h3>Mentioned</h3><p>${pulls.map((number2) => renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<a${addAttribute(github.issue(number2), "href")}>#${number2}</a>${" "}` })}`)}${branches.map((branch) => renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<span class="mono">${printableLine(branch)}</span>${" "}` })}`)}</p><p class="small muted">Anybody can write these into a log.</p></div>`}${(truncated.length > 0 || hidden.length > 0) && renderTemplate`<div><h3>Left out</h3>${truncated.length > 0 && renderTemplate`<ul class="names">${truncated.map((reason) => renderTemplate`<li>Not read completely: ${printableLine(reason)}</li>`)}</ul>`}${hidden.length > 0 && renderTemplate`<p>Redacted before anything was stored: ${hidden.join(", ")}.</p>`}</div>`}</div>`;
    }, "/site/src/components/runs/LogReading.astro", void 0);
    createAstro("https://astro.build");
    $$RelatedRuns = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RelatedRuns;
      const { previous, next, same_commit: commit } = Astro.props.detail;
      const rows = [
        ...next ? [{
          relation: "Next of the workflow",
          run: next
        }] : [],
        ...previous ? [{
          relation: "Previous of the workflow",
          run: previous
        }] : [],
        ...commit.runs.map((run2) => ({
          relation: "Same commit",
          run: run2
        }))
      ];
      const hidden = commit.total - commit.runs.length;
      return renderTemplate`${maybeRenderHead($$result)}<div class="card-head"><h2 id="related-heading">Related runs</h2>${hidden > 0 && renderTemplate`<p class="note">${hidden} more of the same commit</p>`}</div>${rows.length === 0 ? renderTemplate`<p class="empty">The only run of its workflow and commit.</p>` : renderTemplate`<ul class="related">${rows.map(({ relation, run: run2 }) => renderTemplate`<li><span class="muted small relation">${relation}</span>${renderComponent($$result, "Status", $$Status, {
        "status": run2.status,
        "conclusion": run2.conclusion
      })}<a class="clip"${addAttribute(href(run2.path), "href")}>${run2.title || `${run2.workflow} #${run2.run_number}`}</a><span class="muted small">${run2.workflow} #${run2.run_number}</span><time class="muted small nowrap"${addAttribute(run2.started_at, "datetime")}>${moment(run2.started_at)}</time></li>`)}</ul>`}`;
    }, "/site/src/components/runs/RelatedRuns.astro", void 0);
    GEMINI = "(?:run-)?gemini[ _-](?:cli|code|agent|assistant|dispatch|invoke|plan|execute|review|triage|scheduled|issue|pr)";
    word("claude"), word("codex"), word(GEMINI), word("openhands"), word("claude"), word("codex"), word(GEMINI), word("openhands");
    createAstro("https://astro.build");
    $$RunFacts = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunFacts;
      const { detail, github } = Astro.props;
      const { run: run2, agent, usual } = detail;
      const queue = queueOf(run2);
      const isFork = run2.head_repository !== null && run2.head_repository !== Astro.locals.site.repository;
      const pulls = run2.pull_requests ?? [];
      const mentioned = detail.mentions.filter(({ number: number2 }) => !pulls.some((pull) => pull.number === number2));
      const starter = run2.actor ?? (run2.run_attempt === 1 ? run2.triggering_actor : null);
      const rerunner = run2.run_attempt > 1 && run2.triggering_actor !== run2.actor ? run2.triggering_actor : null;
      const SOURCES = {
        read: "read",
        inferred: "not read: known from another run",
        record: "not read: known from the record"
      };
      const slug = detail.workflow_slug;
      return renderTemplate`${maybeRenderHead($$result)}<dl class="facts"><div><dt>Workflow</dt><dd>${slug ? renderTemplate`<a${addAttribute(href(`workflows/${slug}/`), "href")}>${run2.workflow_name ?? slug}</a>` : run2.workflow_name}${" "}<span class="muted">#${run2.run_number}</span></dd></div><div><dt>Agent</dt><dd>${agent ? renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`${agent.agent}${" "}<span class="muted small">${agent.part === "change" && "caused it, "}known by ${agent.evidence}</span>` })}` : renderTemplate`<span class="muted">none that is known</span>`}</dd></div><div><dt>Branch</dt><dd>${run2.head_branch === null ? renderTemplate`<span class="muted">none</span>` : isFork ? renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<span class="mono">${run2.head_branch}</span>${" "}<span class="muted small">of ${run2.head_repository}</span>` })}` : renderTemplate`<a class="mono"${addAttribute(github.branch(run2.head_branch), "href")}>${run2.head_branch}</a>`}</dd></div><div><dt>Pull requests</dt><dd>${pulls.map(({ number: number2, source }) => renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<a${addAttribute(github.pull(number2), "href")}>#${number2}</a>${source === "commit" && renderTemplate`<span class="muted small">${" "}by its commit</span>`}${" "}` })}`)}${pulls.length === 0 && renderTemplate`<span class="muted">${run2.pull_requests === null ? "not known yet" : "none"}</span>`}</dd></div>${mentioned.length > 0 && renderTemplate`<div><dt>Mentions</dt><dd>${mentioned.map(({ number: number2, evidence }) => renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<a${addAttribute(github.issue(number2), "href")}${addAttribute(evidence, "title")}>#${number2}</a>${" "}` })}`)}</dd></div>`}<div><dt>Commit</dt><dd><a class="mono"${addAttribute(github.commit(run2.head_sha), "href")}>${run2.head_sha.slice(0, 7)}</a>${run2.head_commit && renderTemplate`<span class="muted small">${" "}${run2.head_commit.message}</span>`}</dd></div><div><dt>Event</dt><dd>${run2.event}</dd></div><div><dt>Actor</dt><dd>${starter === null ? renderTemplate`<span class="muted">unknown</span>` : renderTemplate`<a${addAttribute(github.user(starter), "href")}>${starter}</a>`}${rerunner && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`, re-run by <a${addAttribute(github.user(rerunner), "href")}>${rerunner}</a>` })}`}</dd></div><div><dt>Started</dt><dd><time${addAttribute(startedAt(run2), "datetime")}>${moment(startedAt(run2))}</time></dd></div><div><dt>Queue</dt><dd>${duration2(queue)}${" "}<span class="muted small">${comparedWith(queue, usual.queue)}</span></dd></div><div><dt>Duration</dt><dd><b>${duration2(run2.duration_seconds)}</b>${" "}<span class="muted small">${comparedWith(run2.duration_seconds, usual.duration)}</span></dd></div><div><dt>Logs</dt><dd>${detail.reading === null ? renderTemplate`<span class="muted">${detail.not_read === "not_failed" ? "not read: it did not fail" : "not read"}</span>` : SOURCES[detail.reading.source]}</dd></div><div><dt>Runs of this commit</dt><dd><a${addAttribute(href(runsLink({
        text: run2.head_sha.slice(0, 12),
        period: "90d"
      })), "href")}>${detail.same_commit.total + 1}</a></dd></div></dl>`;
    }, "/site/src/components/runs/RunFacts.astro", void 0);
    createAstro("https://astro.build");
    $$TimelineBar = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$TimelineBar;
      const { start, seconds, queue, running, critical, role, total } = Astro.props;
      const LEAST3 = 0.3;
      const share = (value) => total === 0 ? 0 : value / total * 100;
      const percent2 = (value) => `${value.toFixed(2)}%`;
      const length = seconds ?? (running && start !== null ? total - start : 0);
      const width = Math.max(LEAST3, share(length));
      const x = start === null ? 0 : Math.min(share(start), 100 - width);
      return renderTemplate`${maybeRenderHead($$result)}<svg class="track" aria-hidden="true">${queue && renderTemplate`<rect class="queue"${addAttribute(percent2(share(queue.start)), "x")}${addAttribute(percent2(share(queue.seconds)), "width")} y="25%" height="50%"></rect>`}${start !== null && renderTemplate`<rect${addAttribute([
        "took",
        `fill-${role}`,
        {
          critical,
          running
        }
      ], "class:list")}${addAttribute(percent2(x), "x")}${addAttribute(percent2(width), "width")} y="15%" height="70%" rx="2"></rect>`}</svg>`;
    }, "/site/src/components/runs/TimelineBar.astro", void 0);
    createAstro("https://astro.build");
    $$RunTimeline = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunTimeline;
      const { timeline, runId, github } = Astro.props;
      const MOST_STEPS = 600;
      const drawn = timeline.jobs.filter(({ start }) => start !== null);
      const isLong = drawn.reduce((sum2, { steps }) => sum2 + steps.length, 0) > MOST_STEPS;
      const left = [timeline.neverStarted > 0 && `${count(timeline.neverStarted)} never started`, timeline.carriedOver > 0 && `${count(timeline.carriedOver)} carried over from an earlier attempt`].filter(Boolean);
      const notes = [
        left.length > 0 && `Not drawn: ${left.join(", ")}.`,
        timeline.unclear > 0 && `${count(timeline.unclear)} with contradictory times have no length.`,
        isLong && "Only failed and critical jobs unfold here; the table has every step."
      ].filter(Boolean);
      return renderTemplate`${maybeRenderHead($$result)}<div class="card-head"><h2 id="timeline-heading">Timeline</h2><p class="note">${drawn.length} ${drawn.length === 1 ? "job" : "jobs"} in ${duration2(timeline.seconds)}${timeline.criticalSeconds !== null && `; critical path ${duration2(timeline.criticalSeconds)}`}</p></div><svg class="defs" aria-hidden="true" width="0" height="0"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"></rect><rect width="2" height="6" class="hatch-line"></rect></pattern></defs></svg>${renderComponent($$result, "run-timeline", "run-timeline", { "class": "timeline" }, { "default": ($$result2) => renderTemplate`<div class="axis"><span></span><svg aria-hidden="true">${timeline.ticks.map((tick, index) => renderTemplate`<text${addAttribute(`${timeline.seconds === 0 ? 0 : (tick / timeline.seconds * 100).toFixed(2)}%`, "x")} y="12"${addAttribute(index === 0 ? "first" : tick > timeline.seconds * 0.94 ? "last" : void 0, "class")}>${duration2(tick)}</text>`)}</svg><span></span></div><div class="lines"><svg class="grid" aria-hidden="true">${timeline.ticks.map((tick) => {
        const x = `${timeline.seconds === 0 ? 0 : (tick / timeline.seconds * 100).toFixed(2)}%`;
        return renderTemplate`<line${addAttribute(x, "x1")}${addAttribute(x, "x2")} y1="0" y2="100%"></line>`;
      })}</svg>${drawn.map(({ job, steps, ...bar }) => {
        const unfolds = steps.length > 0 && (!isLong || bar.critical || roleOf(job) === "failure");
        const Line = unfolds ? "summary" : "div";
        return renderTemplate`${renderComponent($$result2, "Job", unfolds ? "details" : "div", {
          "class": "job",
          "open": unfolds && (drawn.length === 1 || roleOf(job) === "failure") ? true : void 0
        }, { "default": ($$result3) => renderTemplate`${renderComponent($$result3, "Line", Line, {
          "class": "line",
          "data-line": true,
          "tabindex": unfolds ? void 0 : "-1"
        }, { "default": ($$result4) => renderTemplate`<span class="name">${renderComponent($$result4, "Status", $$Status, {
          "status": job.status,
          "conclusion": job.conclusion,
          "compact": true
        })}<span class="clip"${addAttribute(job.name, "title")}>${job.name}</span>${bar.critical && renderTemplate`<span class="tag">critical</span>`}</span>${renderComponent($$result4, "TimelineBar", $$TimelineBar, {
          ...bar,
          "total": timeline.seconds,
          "role": roleOf(job)
        })}<span class="num">${bar.running ? "running" : duration2(bar.seconds)}</span>` })}${unfolds && steps.map(({ step, ...part }) => renderTemplate`<a class="line step" data-line${addAttribute(github.step(runId, job.id, step.number), "href")}><span class="name">${renderComponent($$result3, "Status", $$Status, {
          "status": step.status,
          "conclusion": step.conclusion,
          "compact": true
        })}<span class="clip"${addAttribute(step.name, "title")}>${step.name}</span></span>${renderComponent($$result3, "TimelineBar", $$TimelineBar, {
          ...part,
          "queue": null,
          "total": timeline.seconds,
          "role": roleOf(step),
          "critical": false
        })}<span class="num">${part.running ? "running" : duration2(part.seconds)}</span></a>`)}` })}`;
      })}</div>` })}<p class="small muted timeline-notes"><span class="key"><svg width="18" height="10" aria-hidden="true"><rect width="18" height="10" fill="url(#hatch)"></rect></svg> waits for a runner</span><span class="key"><svg width="18" height="10" aria-hidden="true"><rect x="1" y="1" width="16" height="8" class="critical-key"></rect></svg> critical path: from the job that ended last back to those it waited for, inferred from the times</span>${notes.map((note) => renderTemplate`<span>${note}</span>`)}</p>${renderScript($$result, "/site/src/components/runs/RunTimeline.astro?astro&type=script&index=0&lang.ts")}`;
    }, "/site/src/components/runs/RunTimeline.astro", void 0);
    MISSING_JOBS = {
      pending: "The jobs of this attempt are still to be fetched; one of the next syncs brings them.",
      not_completed: "The jobs are fetched when the attempt has ended.",
      sampled: "Jobs and steps were not fetched: older runs of this workflow are kept as a row only (full-detail-runs).",
      retention: "Jobs and steps were dropped after the time that the configuration keeps them (retention.detail-days).",
      jobs_disabled: "Jobs and steps were not fetched: enable-jobs-fetch is off.",
      not_found: "GitHub no longer has the jobs of this attempt.",
      forbidden: "GitHub did not let the sync read the jobs of this attempt.",
      unreadable: "GitHub's answer about the jobs of this attempt could not be read.",
      gave_up: "The jobs of this attempt could not be fetched after several tries.",
      unknown: "The jobs of this attempt are not stored, and nothing says why."
    };
    NOT_READ = {
      not_completed: "Logs are read when the attempt has ended.",
      not_failed: "Not read: only the logs of failed attempts are, unless somebody asks.",
      pending: "Its logs are still to be read; one of the next syncs does it.",
      sampled: "Its logs were not read: older runs of this workflow are kept as a row only (full-detail-runs).",
      retention: "What its logs said was dropped after the time that the configuration keeps it.",
      jobs_disabled: "Its logs were not read: analyze-failures is off.",
      not_found: "Its logs have expired: GitHub no longer has them.",
      forbidden: "GitHub did not let the sync read its logs; that needs the permission actions: read.",
      unreadable: "Its logs could not be read.",
      gave_up: "Its logs could not be fetched after several tries.",
      unknown: "Nobody has read its logs: it failed before they were analyzed here, or analyze-failures is off."
    };
    createAstro("https://astro.build");
    $$RunVerdict = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunVerdict;
      const { detail, github } = Astro.props;
      const { run: run2, failures, jobs_missing: missing } = detail;
      const isSaid = failures.length === 1 && detail.reading?.findings[0]?.job_id === failures[0]?.job.id;
      const [first, ...others] = failures;
      const rest = others.slice(0, 4);
      const asOf = moment(Astro.locals.site.as_of);
      return renderTemplate`${first && !isSaid && renderTemplate`${maybeRenderHead($$result)}<div class="verdict failed"><p>Failed in job${" "}<a${addAttribute(github.job(run2.id, first.job.id), "href")}>${first.job.name}</a>${first.step ? renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`, step ${first.step.number}${" "}<a${addAttribute(github.step(run2.id, first.job.id, first.step.number), "href")}>${first.step.name}</a>` })}` : renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`: no step of it failed, so the runner or the job's time ran out` })}`}${others.length > 0 && renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`; also in${" "}${rest.map(({ job }, index) => renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`${index > 0 && ", "}<a${addAttribute(github.job(run2.id, job.id), "href")}>${job.name}</a>` })}`)}${others.length > rest.length && ` and ${others.length - rest.length} more jobs`}` })}`}</p></div>`}${!first && roleOf(run2) === "failure" && run2.jobs !== null && renderTemplate`<div class="verdict failed"><p>${run2.jobs.length === 0 ? "GitHub started no job: mostly the workflow's file is not valid, or something it calls is missing. GitHub says what on the run's page." : "No job of this attempt failed; the reason is on the run's page on GitHub."}</p></div>`}${!first && roleOf(run2) !== "failure" && run2.jobs?.length === 0 && renderTemplate`<div class="verdict"><p>This run has no jobs${run2.conclusion === "action_required" ? ": it waits for somebody to approve it" : ""}.</p></div>`}${run2.status !== "completed" && renderTemplate`<div class="verdict"><p>Not finished as of ${asOf}; what is shown is what had happened by then.</p></div>`}${missing && run2.status === "completed" && renderTemplate`<div class="verdict"><p>${MISSING_JOBS[missing]}</p></div>`}${detail.not_read && run2.status === "completed" && roleOf(run2) === "failure" && renderTemplate`<div class="verdict"><p>${NOT_READ[detail.not_read]}</p></div>`}`;
    }, "/site/src/components/runs/RunVerdict.astro", void 0);
    createAstro("https://astro.build");
    $$RunPage = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunPage;
      const detail = Astro.locals.document;
      const { run: run2, timeline, reading } = detail;
      const { site } = Astro.locals;
      const github = repositoryLinks(site.server, site.repository);
      const name = `${run2.workflow_name ?? "Run"} #${run2.run_number}`;
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": `${name}: ${run2.display_title ?? ""}`,
        "heading": run2.display_title || name,
        "section": "runs/"
      }, {
        "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<section class="card" aria-label="What happened"><div class="run-head"><span class="run-status">${renderComponent($$result2, "Status", $$Status, {
          "status": run2.status,
          "conclusion": run2.conclusion
        })}</span><div class="run-actions"><a class="button primary"${addAttribute(github.run(run2.id, detail.attempts.length > 1 ? run2.run_attempt : void 0), "href")}>Open on GitHub</a>${renderComponent($$result2, "copy-link", "copy-link", {}, { "default": ($$result3) => renderTemplate`<button type="button">Copy link</button>` })}<a class="button"${addAttribute(href(`${API_ROOT}${RUN_FILES.day(dayOf(run2.created_at))}`), "href")}>Records of the day, JSON</a>${run2.status === "completed" && renderTemplate`${renderComponent($$result2, "AnalyzeMenu", $$AnalyzeMenu, {
          "run": run2,
          "github": github
        })}`}</div></div>${renderComponent($$result2, "Diagnosis", $$Diagnosis, {
          "detail": detail,
          "github": github
        })}${renderComponent($$result2, "RunVerdict", $$RunVerdict, {
          "detail": detail,
          "github": github
        })}${detail.attempts.length > 1 && renderTemplate`${renderComponent($$result2, "AttemptNav", $$AttemptNav, { "detail": detail })}`}${renderComponent($$result2, "RunFacts", $$RunFacts, {
          "detail": detail,
          "github": github
        })}</section>${reading && toldMore(reading) && renderTemplate`<section class="card" id="logs" aria-labelledby="logs-heading">${renderComponent($$result2, "LogReading", $$LogReading, {
          "reading": reading,
          "github": github
        })}</section>`}${timeline && renderTemplate`<section class="card" id="timeline" aria-labelledby="timeline-heading">${renderComponent($$result2, "RunTimeline", $$RunTimeline, {
          "timeline": timeline,
          "runId": run2.id,
          "github": github
        })}</section><section class="card" id="jobs" aria-labelledby="jobs-heading">${renderComponent($$result2, "JobsTable", $$JobsTable, {
          "timeline": timeline,
          "runId": run2.id,
          "github": github
        })}</section>`}${run2.artifacts && run2.artifacts.length > 0 && renderTemplate`<section class="card" id="artifacts" aria-labelledby="artifacts-heading"><div class="card-head"><h2 id="artifacts-heading">Artifacts</h2><p class="note">${count(run2.artifacts.length)}, of all attempts</p></div>${renderComponent($$result2, "Artifacts", $$Artifacts, {
          "artifacts": run2.artifacts,
          "runId": run2.id,
          "github": github
        })}</section>`}<section class="card" id="related" aria-labelledby="related-heading">${renderComponent($$result2, "RelatedRuns", $$RelatedRuns, { "detail": detail })}</section>${renderScript($$result2, "/site/src/components/runs/RunPage.astro?astro&type=script&index=0&lang.ts")}`,
        "crumb": ($$result2) => renderTemplate`<p class="crumb"><a${addAttribute(href("runs/"), "href")}>Runs</a> / ${name}${run2.run_attempt > 1 && `, attempt ${run2.run_attempt}`}</p>`
      })}`;
    }, "/site/src/components/runs/RunPage.astro", void 0);
  }
});

// server/chunks/_attempt_@_@astro.mjs
var attempt_astro_exports = {};
__export(attempt_astro_exports, {
  page: () => page9
});
var _attempt__exports, $$Attempt, $$file8, $$url8, page9;
var init_attempt_astro = __esm({
  "server/chunks/_attempt_@_@astro.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_RunPage();
    _attempt__exports = /* @__PURE__ */ __exportAll({
      default: () => $$Attempt,
      file: () => $$file8,
      url: () => $$url8
    });
    $$Attempt = createComponent(($$result, $$props, $$slots) => {
      return renderTemplate`${renderComponent($$result, "RunPage", $$RunPage, {})}`;
    }, "/site/src/pages/runs/[id]/attempts/[attempt].astro", void 0);
    $$file8 = "/site/src/pages/runs/[id]/attempts/[attempt].astro";
    $$url8 = "/__BASE__/runs/[id]/attempts/[attempt]/";
    page9 = () => _attempt__exports;
  }
});

// server/chunks/index@_@astro6.mjs
var index_astro6_exports = {};
__export(index_astro6_exports, {
  page: () => page10
});
var _id__exports, $$Index5, $$file9, $$url9, page10;
var init_index_astro6 = __esm({
  "server/chunks/index@_@astro6.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_RunPage();
    _id__exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index5,
      file: () => $$file9,
      url: () => $$url9
    });
    $$Index5 = createComponent(($$result, $$props, $$slots) => {
      return renderTemplate`${renderComponent($$result, "RunPage", $$RunPage, {})}`;
    }, "/site/src/pages/runs/[id]/index.astro", void 0);
    $$file9 = "/site/src/pages/runs/[id]/index.astro";
    $$url9 = "/__BASE__/runs/[id]/";
    page10 = () => _id__exports;
  }
});

// server/chunks/index@_@astro7.mjs
var index_astro7_exports = {};
__export(index_astro7_exports, {
  page: () => page11
});
function valueAt(column, row) {
  return column.values[column.codes[row] ?? -1];
}
function numberAt(column, row) {
  const value = column[row];
  return value === void 0 || Number.isNaN(value) ? null : value;
}
function isLatest(table, row) {
  return row + 1 >= table.rows || table.id[row + 1] !== table.id[row];
}
function runPath(table, row) {
  const id = table.id[row];
  return isLatest(table, row) ? `runs/${id}/` : `runs/${id}/attempts/${table.attempt[row]}/`;
}
function figureWords({ duration: times, succeeded, failed }) {
  const success = rate(succeeded, succeeded + failed);
  const p95 = times.p95 === null ? "" : ` \xB7 p95 ${duration2(times.p95)}`;
  return `Success ${percent(success.value)} of ${count(success.n)} \xB7 median ${duration2(times.p50)}${p95}`;
}
function histogramWords({ start, bucketSeconds, failed, other }) {
  const totals = failed.map((bad, index) => bad + (other[index] ?? 0));
  const most = Math.max(...totals);
  if (most <= 0) return "No attempts in this period";
  const busiest = start + totals.indexOf(most) * bucketSeconds;
  return `Attempts by ${bucketWord(bucketSeconds)}; most ${moment(formatUtc(busiest))}: ${count(most)}`;
}
function countWords(attempts, { failed }) {
  return `${count(attempts)} ${attempts === 1 ? "attempt" : "attempts"}, ${count(failed)} failed`;
}
function bucketWord(seconds) {
  if (seconds % 86400 === 0) return seconds === 86400 ? "day" : `${seconds / 86400} days`;
  if (seconds % 3600 === 0) return seconds === 3600 ? "hour" : `${seconds / 3600} hours`;
  return `${Math.round(seconds / 60)} minutes`;
}
function orderRows(table, rows, { key, descending }) {
  const keyOf = sortKeys(table, key);
  const known2 = new Float64Array(rows.length);
  const unknown2 = [];
  let count2 = 0;
  for (const row of rows) {
    const value = keyOf(row);
    if (Number.isNaN(value)) unknown2.push(row);
    else {
      known2[count2] = Math.floor(value) * ROW_SPAN + (descending ? row : ROW_SPAN - 1 - row);
      count2 += 1;
    }
  }
  const sorted = known2.subarray(0, count2).sort();
  const ordered = new Int32Array(rows.length);
  for (let index = 0; index < count2; index += 1) {
    const row = (sorted[descending ? count2 - 1 - index : index] ?? 0) % ROW_SPAN;
    ordered[index] = descending ? row : ROW_SPAN - 1 - row;
  }
  for (const [index, row] of unknown2.reverse().entries()) ordered[count2 + index] = row;
  return ordered;
}
function sortKeys(table, key) {
  const numbers = (column) => (row) => column[row] ?? NaN;
  switch (key) {
    case "started":
      return numbers(table.started);
    case "duration":
      return numbers(table.duration);
    case "queue":
      return numbers(table.queue);
    case "run":
      return numbers(table.number);
    case "status":
      return ranks(table.state, wordOf);
    case "workflow":
      return ranks(table.workflow, ({ name }) => name);
    case "event":
      return ranks(table.event, (event) => event);
    default:
      return ranks(table[key], (text) => text);
  }
}
function ranks({ values, codes }, textOf) {
  const { compare } = new Intl.Collator("en", {
    numeric: true,
    sensitivity: "base"
  });
  const texts = values.map(textOf);
  const sorted = [...texts.keys()].sort((a2, b) => compare(texts[a2] ?? "", texts[b] ?? ""));
  const rank = new Float64Array(values.length);
  for (const [place, code] of sorted.entries()) rank[code] = texts[code] === null ? NaN : place;
  return (row) => rank[codes[row] ?? -1] ?? NaN;
}
function rowText(table, row, github) {
  const workflow = valueAt(table.workflow, row);
  const title = valueAt(table.title, row);
  const category = valueAt(table.category, row) ?? null;
  const signature = valueAt(table.signature, row);
  const branch = valueAt(table.branch, row) ?? null;
  const actor = valueAt(table.actor, row) ?? null;
  const sha = valueAt(table.sha, row);
  const pulls = valueAt(table.pulls, row) ?? [];
  const [pull] = pulls;
  const attempt = table.attempt[row] ?? 1;
  const number2 = table.number[row];
  return {
    status: valueAt(table.state, row) ?? {
      status: null,
      conclusion: null
    },
    text: {
      title: title || (title === void 0 ? "\u2026" : `Run ${number2}`),
      number: `#${number2}${attempt > 1 || !isLatest(table, row) ? `, attempt ${attempt}` : ""}`,
      category: category === null ? "\u2014" : categoryWord(category),
      workflow: workflow?.name ?? "\u2014",
      agent: valueAt(table.agent, row) ?? "",
      branch: branch ?? "",
      pull: pull === void 0 ? "" : `#${pull}${pulls.length > 1 ? ` +${pulls.length - 1}` : ""}`,
      event: valueAt(table.event, row) ?? "",
      actor: actor ?? "",
      started: started(table.started[row] ?? 0),
      queue: duration2(numberAt(table.queue, row)),
      duration: duration2(numberAt(table.duration, row)),
      sha: sha?.slice(0, 7) ?? ""
    },
    links: {
      title: {
        address: runPath(table, row),
        site: true
      },
      workflow: {
        address: `workflows/${workflow?.slug}/`,
        site: true
      },
      ...signature && { category: {
        address: errorPath(signature),
        site: true
      } },
      ...branch && { branch: {
        address: github.branch(branch),
        site: false
      } },
      ...pull && { pull: {
        address: github.pull(pull),
        site: false
      } },
      ...actor && { actor: {
        address: github.user(actor),
        site: false
      } },
      ...sha && { sha: {
        address: github.commit(sha),
        site: false
      } }
    }
  };
}
function started(epochSeconds) {
  const utc = formatUtc(epochSeconds);
  return `${utc.slice(0, 10)} ${utc.slice(11, 16)}`;
}
function baseJobName(name) {
  return name.split(" / ").map((part) => part.replace(/(?<=\S)\s+\(.*\)$/s, "")).join(" / ");
}
function textMatcher(table, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).map((word2) => wordMatcher(table, word2));
  return (row) => words.every((matches) => matches(row));
}
function wordMatcher(table, word2) {
  const contains = (text) => text.includes(word2);
  const digits = /^#?(\d+)$/.exec(word2)?.[1] ?? null;
  const number2 = digits === null ? null : Number(digits);
  const byCode = [
    matching(table.title.codes, lowered(table.title.values), contains),
    matching(table.branch.codes, lowered(table.branch.values), contains),
    matching(table.workflow.codes, table.workflow.values, ({ name, slug }) => contains(`${name.toLowerCase()}
${slug}`)),
    matching(table.actor.codes, lowered(table.actor.values), contains),
    matching(table.agent.codes, lowered(table.agent.values), contains),
    matching(table.event.codes, lowered(table.event.values), contains)
  ];
  const { sha, signature, pulls } = table;
  if (/^[0-9a-f]{4,40}$/.test(word2)) byCode.push(matching(sha.codes, sha.values, (sha2) => sha2.startsWith(word2.slice(0, sha2.length))));
  if (/^[0-9a-f]{16}$/.test(word2)) byCode.push(matching(signature.codes, signature.values, (signature2) => signature2 === word2));
  if (number2 !== null) byCode.push(matching(pulls.codes, pulls.values, (pulls2) => pulls2?.includes(number2) ?? false));
  const columns = byCode.filter(({ any }) => any);
  const isId = digits !== null && digits.length >= ID_DIGITS;
  return (row) => {
    for (const { codes, matches } of columns) if (matches[codes[row] ?? -1] === 1) return true;
    if (number2 === null) return false;
    return table.number[row] === number2 || isId && String(table.id[row]).startsWith(digits);
  };
}
function matching(codes, values, test) {
  const matches = Uint8Array.from(values, (value) => Number(test(value)));
  return {
    codes,
    matches,
    any: matches.includes(1)
  };
}
function lowered(values) {
  const known2 = LOWERED.get(values) ?? [];
  LOWERED.set(values, known2);
  for (let index = known2.length; index < values.length; index += 1) known2.push(values[index]?.toLowerCase() ?? "");
  return known2;
}
function facetValues(table, facet) {
  if (facet === "wf") return table.workflow.values.map(({ slug }) => slug);
  if (facet === "status") return table.state.values.map(stateOf);
  if (facet === "event") return table.event.values;
  return table[facet].values.map((value) => value ?? "(none)");
}
function selectRuns(table, query, steps) {
  const [from, to] = stretchOf(table, query);
  const passes = otherFilters(table, query, steps);
  const columns = FACETS.map((facet) => ({
    codes: table[COLUMN[facet]].codes,
    allowed: allowedCodes(table, facet, query),
    counts: new Int32Array(table[COLUMN[facet]].values.length)
  }));
  const filtering = columns.filter(({ allowed }) => allowed !== null);
  const buffer2 = new Int32Array(table.rows);
  let selected = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const at = table.started[row] ?? 0;
    if (at < from || at >= to) continue;
    let missed = null;
    let misses = 0;
    for (const column of filtering) if (column.allowed?.[column.codes[row] ?? 0] === 0) {
      missed = column;
      misses += 1;
    }
    if (misses > 1 || !passes.every((pass) => pass(row))) continue;
    if (missed !== null) increment(missed.counts, missed.codes[row]);
    else {
      buffer2[selected] = row;
      selected += 1;
    }
  }
  const rows = buffer2.subarray(0, selected);
  for (const { counts, codes } of columns) for (const row of rows) increment(counts, codes[row]);
  return {
    rows,
    counts: Object.fromEntries(FACETS.map((facet, index) => [facet, columns[index]?.counts])),
    from,
    to
  };
}
function stretchOf(table, { from, to, period }) {
  if (from === null && to === null) {
    const { from: start, to: end } = periodAt(period, table.asOf);
    return [epoch(start), epoch(end)];
  }
  return [from === null ? table.created[0] ?? 0 : epoch(from), to === null ? epoch(table.asOf) : epoch(to)];
}
function otherFilters(table, query, steps) {
  const { shortest, longest, reruns, text, step } = query;
  const filters = [];
  if (reruns) filters.push((row) => (table.attempt[row] ?? 1) > 1);
  if (shortest !== null) filters.push((row) => (table.duration[row] ?? NaN) >= shortest);
  if (longest !== null) filters.push((row) => (table.duration[row] ?? NaN) <= longest);
  if (choosesSteps(step)) {
    const matching2 = rowsWithStep(table.rows, step, steps);
    filters.push((row) => matching2[row] === 1);
  }
  if (query.signatures.length > 0) {
    const wanted = Uint8Array.from(table.signature.values, (value) => Number(value !== null && query.signatures.includes(value)));
    filters.push((row) => wanted[table.signature.codes[row] ?? -1] === 1);
  }
  if (text !== "") filters.push(textMatcher(table, text));
  return filters;
}
function choosesSteps({ jobs, steps, failed, slowerThan }) {
  return jobs.length > 0 || steps.length > 0 || failed || slowerThan !== null;
}
function rowsWithStep(rows, choice, months) {
  const matching2 = new Uint8Array(rows);
  const { failed, slowerThan } = choice;
  for (const { first, starts, file } of months) {
    const wanted = Uint8Array.from(file.names, ([job, step]) => Number(isChosen(choice, job, step)));
    const { columns } = file;
    for (let row = 0; row + 1 < starts.length; row += 1) for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) if (wanted[columns.name[entry] ?? 0] === 1 && (!failed || columns.failed[entry] === 1) && (slowerThan === null || (columns.seconds[entry] ?? 0) > slowerThan)) {
      matching2[first + row] = 1;
      break;
    }
  }
  return matching2;
}
function isChosen({ jobs, steps }, job, step) {
  const named = jobs.length === 0 || jobs.includes(job) || jobs.includes(baseJobName(job));
  if (steps.length === 0) return named && (step === null || jobs.length === 0);
  return named && step !== null && steps.includes(step);
}
function allowedCodes(table, facet, { facets }) {
  const { include, exclude } = facets[facet];
  if (include.length + exclude.length === 0) return null;
  const included = new Set(include);
  const excluded = new Set(exclude);
  return Uint8Array.from(facetValues(table, facet), (value) => Number((included.size === 0 || included.has(value)) && !excluded.has(value)));
}
function increment(counts, code) {
  if (code !== void 0) counts[code] = (counts[code] ?? 0) + 1;
}
function summarize(table, rows, from, to) {
  const roles = table.state.values.map(roleOf);
  const isFailure = Uint8Array.from(roles, (role) => Number(role === "failure"));
  const isTimed = Uint8Array.from(roles, (role) => Number(role === "failure" || role === "success"));
  const histogram = emptyHistogram(from, to);
  const { start, bucketSeconds } = histogram;
  const durations = new Float64Array(rows.length);
  let timed = 0;
  let failed = 0;
  let decided2 = 0;
  for (const row of rows) {
    const state = table.state.codes[row] ?? 0;
    const seconds = table.duration[row] ?? NaN;
    const bucket = Math.floor(((table.started[row] ?? 0) - start) / bucketSeconds);
    const bars = isFailure[state] === 1 ? histogram.failed : histogram.other;
    bars[bucket] = (bars[bucket] ?? 0) + 1;
    if (isTimed[state] !== 1) continue;
    decided2 += 1;
    failed += isFailure[state] ?? 0;
    if (Number.isNaN(seconds)) continue;
    durations[timed] = seconds;
    timed += 1;
  }
  return {
    duration: distribution(durations.subarray(0, timed)),
    succeeded: decided2 - failed,
    failed,
    histogram
  };
}
function emptyHistogram(from, to) {
  const bucketSeconds = BUCKETS.find((size) => (to - from) / size <= MOST_BUCKETS) ?? Math.ceil((to - from) / MOST_BUCKETS);
  const start = Math.floor(from / bucketSeconds) * bucketSeconds;
  const buckets = Math.max(1, Math.ceil((to - start) / bucketSeconds));
  return {
    start,
    bucketSeconds,
    failed: new Int32Array(buckets),
    other: new Int32Array(buckets)
  };
}
var $$RunRow, $$RunsSummary, COLUMN_LABELS, NUMERIC, $$RunsToolbar, ROW_SPAN, ID_DIGITS, LOWERED, COLUMN, BUCKETS, MOST_BUCKETS, runs_exports, $$Index6, $$file10, $$url10, page11;
var init_index_astro7 = __esm({
  "server/chunks/index@_@astro7.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_Page();
    init_links();
    init_Menu();
    init_Empty();
    init_Status();
    init_outcome();
    init_stats();
    init_category_word();
    createAstro("https://astro.build");
    $$RunRow = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunRow;
      const { row, index } = Astro.props;
      const text = (field) => row?.text[field];
      const link = (field) => {
        const target = row?.links[field];
        return target && (target.site ? href(target.address) : target.address);
      };
      return renderTemplate`${maybeRenderHead($$result)}<tr role="row"${addAttribute(index, "aria-rowindex")}><td role="cell" class="c-status" data-column="status" data-status>${row && renderTemplate`${renderComponent($$result, "Status", $$Status, { ...row.status })}`}</td><td role="cell" class="c-run" data-column="run"><span class="split"><a class="clip" data-field="title"${addAttribute(text("title"), "title")}${addAttribute(link("title"), "href")}>${text("title")}</a><span class="muted small" data-field="number">${text("number")}</span></span></td><td role="cell" class="c-category" data-column="category"><a class="clip" data-field="category"${addAttribute(text("category"), "title")}${addAttribute(link("category"), "href")}>${text("category")}</a></td><td role="cell" class="c-workflow" data-column="workflow"><a class="clip" data-field="workflow"${addAttribute(text("workflow"), "title")}${addAttribute(link("workflow"), "href")}>${text("workflow")}</a></td><td role="cell" class="c-agent" data-column="agent"><span class="clip" data-field="agent">${text("agent")}</span></td><td role="cell" class="c-branch" data-column="branch"><span class="split"><a class="clip mono" data-field="branch"${addAttribute(text("branch"), "title")}${addAttribute(link("branch"), "href")}>${text("branch")}</a><a class="small" data-field="pull"${addAttribute(link("pull"), "href")}>${text("pull")}</a></span></td><td role="cell" class="c-event" data-column="event"><span class="clip" data-field="event">${text("event")}</span></td><td role="cell" class="c-actor" data-column="actor"><a class="clip" data-field="actor"${addAttribute(link("actor"), "href")}>${text("actor")}</a></td><td role="cell" class="c-started num" data-column="started" data-field="started">${text("started")}</td><td role="cell" class="c-queue num" data-column="queue" data-field="queue">${text("queue")}</td><td role="cell" class="c-duration num" data-column="duration" data-field="duration">${text("duration")}</td><td role="cell" class="c-sha" data-column="sha" hidden><a class="mono" data-field="sha"${addAttribute(link("sha"), "href")}>${text("sha")}</a></td></tr>`;
    }, "/site/src/components/runs/RunRow.astro", void 0);
    createAstro("https://astro.build");
    $$RunsSummary = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RunsSummary;
      const { table, selection, summary } = Astro.props;
      const states = table.state.values.map((state, code) => ({
        state,
        runs: selection.counts.status[code] ?? 0
      })).filter(({ runs }) => runs > 0).sort((a2, b) => b.runs - a2.runs);
      const { failed, other } = summary.histogram;
      const highest = Math.max(1, ...failed.map((bad, index) => bad + (other[index] ?? 0)));
      const height = (value) => (value ?? 0) / highest * 40;
      return renderTemplate`${maybeRenderHead($$result)}<div class="strip"><ul class="states" data-states aria-label="By status">${states.map(({ state, runs }) => renderTemplate`<li><a${addAttribute(href(runsLink({ status: [stateOf(state)] })), "href")}>${renderComponent($$result, "Status", $$Status, { ...state })} <b class="num">${count(runs)}</b></a></li>`)}</ul><p class="figures" data-figures>${figureWords(summary)}</p><figure class="brush-figure"><svg data-histogram${addAttribute(`0 0 ${failed.length} 40`, "viewBox")} preserveAspectRatio="none" aria-hidden="true">${Array.from(failed, (bad, index) => renderTemplate`<g><rect class="fill-failure"${addAttribute(index + 0.08, "x")} width="0.84"${addAttribute(40 - height(bad), "y")}${addAttribute(height(bad), "height")}></rect><rect class="fill-bar"${addAttribute(index + 0.08, "x")} width="0.84"${addAttribute(40 - height(bad) - height(other[index]), "y")}${addAttribute(height(other[index]), "height")}></rect></g>`)}</svg><figcaption class="small muted" data-histogram-words>${histogramWords(summary.histogram)}</figcaption></figure></div>`;
    }, "/site/src/components/runs/RunsSummary.astro", void 0);
    COLUMN_LABELS = {
      status: "Status",
      run: "Run",
      category: "Category",
      workflow: "Workflow",
      agent: "Agent",
      branch: "Branch, pull request",
      event: "Event",
      actor: "Actor",
      started: "Started, UTC",
      queue: "Queue",
      duration: "Duration",
      sha: "Commit"
    };
    NUMERIC = /* @__PURE__ */ new Set([
      "started",
      "queue",
      "duration"
    ]);
    $$RunsToolbar = createComponent(($$result, $$props, $$slots) => {
      return renderTemplate`${maybeRenderHead($$result)}<div class="toolbar" role="search" aria-label="Runs"><div class="toolbar-row"><label class="search"><span class="visually-hidden">Search runs</span><input type="search" data-search autocomplete="off" spellcheck="false" placeholder="Title, branch, SHA, #PR, actor, run id …"><kbd aria-hidden="true">/</kbd></label><nav class="periods" aria-label="Period" data-periods>${PERIODS.map((period) => renderTemplate`<a${addAttribute(runsSearch({ period }) || "?", "href")}${addAttribute(period, "data-period")}${addAttribute(period === DEFAULT_QUERY.period ? "true" : void 0, "aria-current")}>${period === "mtd" ? "Month to date" : period}</a>`)}</nav>${renderComponent($$result, "Menu", $$Menu, { "label": "Dates" }, { "default": ($$result2) => renderTemplate`<div class="fields"><label>From <input type="date" data-from></label><label>Up to and including <input type="date" data-to></label><p class="small muted">Days in UTC. Dragging over the histogram selects hours.</p></div>` })}</div><button type="button" class="filters-toggle" aria-expanded="false" aria-controls="filters-row" data-filters>Filters, order, export</button><div class="toolbar-row filters-row" id="filters-row">${renderComponent($$result, "Menu", $$Menu, {
        "label": "Status",
        "facet": "status"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Category",
        "facet": "category"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Workflow",
        "facet": "wf"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Agent",
        "facet": "agent"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Branch",
        "facet": "branch"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Event",
        "facet": "event"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Actor",
        "facet": "actor"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Job",
        "facet": "job"
      })}${renderComponent($$result, "Menu", $$Menu, {
        "label": "Step",
        "facet": "step"
      })}${renderComponent($$result, "Menu", $$Menu, { "label": "More" }, { "default": ($$result2) => renderTemplate`<div class="fields"><label class="check"><input type="checkbox" data-reruns> Re-runs only</label><fieldset><legend>Duration of the run, seconds</legend><label>At least <input type="number" min="0" max="99999999" inputmode="numeric" data-shortest></label><label>At most <input type="number" min="0" max="99999999" inputmode="numeric" data-longest></label></fieldset><fieldset><legend>The chosen job or step (any, if none is)</legend><label class="check"><input type="checkbox" data-step-failed> Failed</label><label>Slower than, seconds <input type="number" min="0" max="99999999" inputmode="numeric" data-slower></label></fieldset></div>` })}<span class="grow"></span><label class="sort-select"><span class="visually-hidden">Order</span><select data-sort-select>${SORT_KEYS.flatMap((key) => [renderTemplate`<option${addAttribute(`-${key}`, "value")}${addAttribute(key === "started", "selected")}>${COLUMN_LABELS[key]} ↓</option>`, renderTemplate`<option${addAttribute(key, "value")}>${COLUMN_LABELS[key]} ↑</option>`])}</select></label>${renderComponent($$result, "Menu", $$Menu, { "label": "View" }, { "default": ($$result2) => renderTemplate`<div class="fields"><fieldset><legend>Columns</legend>${COLUMNS.map((column) => renderTemplate`<label class="check"><input type="checkbox"${addAttribute(column, "value")} data-column-box${addAttribute(DEFAULT_COLUMNS.includes(column), "checked")}> ${COLUMN_LABELS[column]}</label>`)}</fieldset><label class="check"><input type="checkbox" data-comfortable> Comfortable rows</label><label class="check"><input type="checkbox" data-shortcuts checked> Keys: j, k next and previous, / search</label></div>` })}${renderComponent($$result, "Menu", $$Menu, { "label": "Share" }, { "default": ($$result2) => renderTemplate`<div class="fields"><button type="button" data-share="csv">CSV, shown columns</button><button type="button" data-share="csv-all">CSV, all columns</button><button type="button" data-share="json">JSON</button><button type="button" data-share="markdown">Copy as Markdown</button><button type="button" data-share="link">Copy link, dates fixed</button><button type="button" data-share="live">Copy live link</button></div>` })}</div><ul class="chips" data-chips aria-label="Active filters"></ul></div>`;
    }, "/site/src/components/runs/RunsToolbar.astro", void 0);
    ROW_SPAN = 2 ** 17;
    ID_DIGITS = 5;
    LOWERED = /* @__PURE__ */ new WeakMap();
    COLUMN = {
      wf: "workflow",
      agent: "agent",
      branch: "branch",
      event: "event",
      status: "state",
      category: "category",
      actor: "actor"
    };
    BUCKETS = [
      300,
      900,
      3600,
      10800,
      21600,
      43200,
      86400,
      172800,
      604800,
      2592e3
    ];
    MOST_BUCKETS = 60;
    runs_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index6,
      file: () => $$file10,
      url: () => $$url10
    });
    createAstro("https://astro.build");
    $$Index6 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index6;
      const ROWS_WITHOUT_SCRIPT = 100;
      const table = Astro.locals.document;
      const { site } = Astro.locals;
      const github = repositoryLinks(site.server, site.repository);
      const selection = selectRuns(table, DEFAULT_QUERY, []);
      const summary = summarize(table, selection.rows, selection.from, selection.to);
      const ordered = orderRows(table, selection.rows, DEFAULT_QUERY.sort);
      const everything = orderRows(table, Int32Array.from({ length: table.rows }, (_, row) => row), DEFAULT_QUERY.sort);
      const shown2 = (ordered.length > 0 ? ordered : everything).slice(0, ROWS_WITHOUT_SCRIPT);
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Runs",
        "heading": "Runs",
        "lede": `Every attempt of every run, newest first.${table.omitted > 0 ? ` The oldest ${count(table.omitted)} attempts are left out of this list.` : ""}`,
        "section": "runs/"
      }, { "default": ($$result2) => renderTemplate`${table.rows === 0 ? renderTemplate`${maybeRenderHead($$result2)}<section class="card">${renderComponent($$result2, "Empty", $$Empty, { "title": "No runs yet" }, { "default": ($$result3) => renderTemplate`They appear here after the first sync that finds some.` })}</section>` : renderTemplate`${renderComponent($$result2, "runs-explorer", "runs-explorer", {
        "class": "card runs",
        "data-api": href(API_ROOT),
        "data-repository": site.repository,
        "data-server": site.server,
        "aria-label": "Runs",
        "role": "region"
      }, { "default": ($$result3) => renderTemplate`${renderComponent($$result3, "RunsToolbar", $$RunsToolbar, {})}${renderComponent($$result3, "RunsSummary", $$RunsSummary, {
        "table": table,
        "selection": selection,
        "summary": summary
      })}<div class="result-line"><p role="status" data-result>${countWords(ordered.length, summary)}</p><p class="small muted" data-note>${ordered.length > shown2.length && `The newest ${shown2.length} are shown; the rest needs JavaScript.`}</p></div><div data-problem role="alert"></div><table class="runs-table" role="table" aria-label="Runs"><thead role="rowgroup"><tr role="row">${COLUMNS.map((column) => renderTemplate`<th role="columnheader" scope="col"${addAttribute([`c-${column}`, { num: NUMERIC.has(column) }], "class:list")}${addAttribute(column, "data-column")}${addAttribute(SORT_KEYS.find((key) => key === column), "data-sort-key")}${addAttribute(column === "started" ? "descending" : void 0, "aria-sort")}${addAttribute(!DEFAULT_COLUMNS.includes(column), "hidden")}>${COLUMN_LABELS[column]}</th>`)}</tr></thead><tbody role="rowgroup" data-rows>${Array.from(shown2, (row, index) => renderTemplate`${renderComponent($$result3, "RunRow", $$RunRow, {
        "row": rowText(table, row, github),
        "index": index + 2
      })}`)}</tbody></table><div data-empty hidden></div><template data-row>${templateEnter($$result3)}${renderComponent($$result3, "RunRow", $$RunRow, {})}${templateExit($$result3)}</template>` })}`}${renderScript($$result2, "/site/src/pages/runs/index.astro?astro&type=script&index=0&lang.ts")}` })}`;
    }, "/site/src/pages/runs/index.astro", void 0);
    $$file10 = "/site/src/pages/runs/index.astro";
    $$url10 = "/__BASE__/runs/";
    page11 = () => runs_exports;
  }
});

// server/chunks/index@_@astro8.mjs
var index_astro8_exports = {};
__export(index_astro8_exports, {
  page: () => page12
});
function stepRuns(step, period, { failed = false, slowerThan = null }) {
  const jobs = step.variants.length > MOST_VARIANTS2 ? [] : step.variants;
  return runsLink({
    period,
    wf: [step.workflow_slug],
    step: {
      jobs,
      steps: [step.step],
      failed,
      slowerThan: slowerThan === null ? null : Math.floor(slowerThan)
    }
  });
}
function fnv1a(text) {
  return fnv1aNumber(text).toString(16).padStart(8, "0");
}
function fnv1aNumber(text) {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
}
function stepId({ workflow_id, job, step }) {
  return `step-${fnv1a(JSON.stringify([
    workflow_id,
    job,
    step
  ]))}`;
}
var $$SlowerSteps, MOST_VARIANTS2, $$StepDrawer, $$StepRows, steps_exports, $$Index7, $$file11, $$url11, page12;
var init_index_astro8 = __esm({
  "server/chunks/index@_@astro8.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_Empty();
    init_links();
    init_run_links();
    init_BarCell();
    init_SortTable();
    init_Sparkline();
    createAstro("https://astro.build");
    $$SlowerSteps = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$SlowerSteps;
      const { steps } = Astro.props;
      const links = repositoryLinks(Astro.locals.site.server, Astro.locals.site.repository);
      const found = steps.flatMap((step) => step.slower === null ? [] : [{
        step,
        slower: step.slower
      }]);
      return renderTemplate`${maybeRenderHead($$result)}<section class="card" aria-labelledby="slower"><div class="card-head"><h2 id="slower">Got slower</h2><span class="note">in the last 90 days, by a fifth or more and 5 s or more, and still so</span></div>${found.length === 0 ? renderTemplate`${renderComponent($$result, "Empty", $$Empty, {
        "title": "No step got slower",
        "good": true
      }, { "default": ($$result2) => renderTemplate`
        None of those that ran in this period, as far as enough runs on both sides of a commit tell.
      ` })}` : renderTemplate`<ul class="slower">${found.map(({ step, slower }) => renderTemplate`<li><strong>${step.step}</strong> <span class="muted">in ${step.workflow} / ${step.job}</span> takes${" "}<strong>${duration2(slower.after_seconds)}</strong> since commit${" "}<a class="mono"${addAttribute(links.commit(slower.sha), "href")}>${slower.sha.slice(0, 7)}</a> on${" "}<time${addAttribute(slower.since, "datetime")}>${slower.since.slice(0, 10)}</time>, before that${" "}${duration2(slower.before_seconds)}${" "}<span class="muted small">(medians of ${count(slower.after_n)} and ${count(slower.before_n)} executions; the last fast commit is${" "}<a class="mono"${addAttribute(links.commit(slower.last_fast_sha), "href")}>${slower.last_fast_sha.slice(0, 7)}</a>)</span></li>`)}</ul>`}</section>`;
    }, "/site/src/components/SlowerSteps.astro", void 0);
    MOST_VARIANTS2 = 8;
    createAstro("https://astro.build");
    $$StepDrawer = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$StepDrawer;
      const { step, period } = Astro.props;
      const { spread, duration: times } = step;
      const x = (seconds) => (98 * seconds / Math.max(spread?.max ?? 1, 1) + 1).toFixed(2);
      return renderTemplate`${maybeRenderHead($$result)}<details class="drawer"><summary><span>${step.step}</span> <span class="muted small">${step.workflow} / ${step.job}</span><span class="muted small">median ${duration2(times.p50)}, longest ${duration2(times.max)}</span></summary><div${addAttribute(stepId(step), "id")} class="spread">${spread === null ? renderTemplate`<p class="muted">${count(times.n)} executions: too few to show a spread.</p>` : renderTemplate`${renderComponent($$result, "Fragment", Fragment, {}, { "default": ($$result2) => renderTemplate`<svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true"><line class="axis" x1="1" x2="99" y1="23" y2="23"></line><line class="whisker"${addAttribute(x(spread.p5), "x1")}${addAttribute(x(spread.p95), "x2")} y1="11" y2="11"></line><line class="whisker"${addAttribute(x(spread.p5), "x1")}${addAttribute(x(spread.p5), "x2")} y1="7" y2="15"></line><line class="whisker"${addAttribute(x(spread.p95), "x1")}${addAttribute(x(spread.p95), "x2")} y1="7" y2="15"></line><rect class="box"${addAttribute(x(spread.p25), "x")} y="3"${addAttribute(Math.max(0.3, Number(x(spread.p75)) - Number(x(spread.p25))).toFixed(2), "width")} height="16"></rect><line class="median"${addAttribute(x(spread.p50), "x1")}${addAttribute(x(spread.p50), "x2")} y1="2" y2="20"></line><line class="extreme"${addAttribute(x(spread.min), "x1")}${addAttribute(x(spread.min), "x2")} y1="9" y2="13"></line><line class="extreme"${addAttribute(x(spread.max), "x1")}${addAttribute(x(spread.max), "x2")} y1="9" y2="13"></line></svg><p class="scale small muted"><span>0</span><span>${duration2(spread.max)}</span></p><dl><div><dt>Shortest</dt><dd>${duration2(spread.min)}</dd></div><div><dt>p5</dt><dd>${duration2(spread.p5)}</dd></div><div><dt>p25</dt><dd>${duration2(spread.p25)}</dd></div><div><dt>Median</dt><dd>${duration2(spread.p50)}</dd></div><div><dt>p75</dt><dd>${duration2(spread.p75)}</dd></div><div><dt>p95</dt><dd>${times.n < 20 ? "\u2014" : duration2(spread.p95)}</dd></div><div><dt>Longest</dt><dd>${duration2(spread.max)}</dd></div><div><dt>n</dt><dd>${count(times.n)}</dd></div></dl>` })}`}<ul class="actions"><li><a${addAttribute(href(stepRuns(step, period.name, {})), "href")}>Runs with this step</a></li>${step.failures.part > 0 && renderTemplate`<li><a${addAttribute(href(stepRuns(step, period.name, { failed: true })), "href")}>Runs in which it failed</a></li>`}${times.p95 !== null && renderTemplate`<li><a${addAttribute(href(stepRuns(step, period.name, { slowerThan: times.p95 })), "href")}>Runs in which it took longer than p95</a></li>`}${step.slowest && renderTemplate`<li><a${addAttribute(href(runLink(step.slowest.run_id)), "href")}>The slowest run (${duration2(step.slowest.seconds)})</a></li>`}</ul>${step.variants.length > 1 && renderTemplate`<p class="small muted">Variants: ${step.variants.slice(0, 20).join(" \xB7 ")}${step.variants.length > 20 && ` and ${step.variants.length - 20} more`}</p>`}</div></details>`;
    }, "/site/src/components/StepDrawer.astro", void 0);
    createAstro("https://astro.build");
    $$StepRows = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$StepRows;
      const { label, steps, period, drawers } = Astro.props;
      const most = Math.max(...steps.map((step) => step.exclusive_seconds), 1);
      const LEAST_CHANGE = 0.1;
      function changeOf({ duration: { n: n2, p50 }, previous_p50 }) {
        return n2 < 5 || p50 === null || !previous_p50 ? null : p50 / previous_p50 - 1;
      }
      return renderTemplate`${renderComponent($$result, "SortTable", $$SortTable, { "label": label }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table class="wide steps"><thead><tr><th scope="col" data-sort="text">Step</th><th scope="col" class="num" data-sort="number">n</th><th scope="col" class="num" data-sort="number">Median</th><th scope="col" class="num" data-sort="number">p95</th><th scope="col" class="num" data-sort="number">Change</th><th scope="col">Trend</th><th scope="col" class="num" data-sort="number">Failed</th><th scope="col" class="num" data-sort="number">On path</th><th scope="col" class="num" data-sort="number" aria-sort="descending">Could save</th><th scope="col" class="num" data-sort="number">a run</th><th scope="col" class="num" data-sort="number">Total</th><th scope="col" class="num" data-sort="number">Share</th></tr></thead><tbody>${steps.map((step) => {
        const { duration: times, failures } = step;
        const change2 = changeOf(step);
        return renderTemplate`<tr><th scope="row" class="sticky"${addAttribute(step.step, "data-value")}>${drawers.has(step) ? renderTemplate`<a class="clip"${addAttribute(`#${stepId(step)}`, "href")}${addAttribute(step.step, "title")}>${step.step}</a>` : renderTemplate`<span class="clip"${addAttribute(step.step, "title")}>${step.step}</span>`}<span class="clip small muted"><a${addAttribute(href(`workflows/${step.workflow_slug}/`), "href")}>${step.workflow}</a> / ${step.job}${step.variants.length > 1 && ` (${step.variants.length} variants)`}</span></th><td class="num"${addAttribute(times.n, "data-value")}><a${addAttribute(href(stepRuns(step, period, {})), "href")}>${count(times.n)}</a></td><td class="num"${addAttribute(times.p50 ?? "", "data-value")}>${duration2(times.p50)}</td><td class="num"${addAttribute(times.p95 ?? "", "data-value")}>${times.p95 === null ? "\u2014" : renderTemplate`<a${addAttribute(href(stepRuns(step, period, { slowerThan: times.p95 })), "href")} title="Runs in which it took longer">${duration2(times.p95)}</a>`}</td><td class="num small"${addAttribute(change2 ?? "", "data-value")}>${change2 === null ? "\u2014" : Math.abs(change2) < LEAST_CHANGE ? renderTemplate`<span class="muted">same</span>` : renderTemplate`<span${addAttribute(change2 > 0 ? "worse" : "better", "class")}>${change2 > 0 ? "\u2191" : "\u2193"} ${Math.abs(change2 * 100).toFixed(0)} % ${change2 > 0 ? "slower" : "faster"}</span>`}</td><td class="trend-cell">${renderComponent($$result2, "Sparkline", $$Sparkline, { "values": step.trend })}</td><td class="num"${addAttribute(failures.value ?? "", "data-value")}>${failures.part === 0 ? renderTemplate`<span class="muted">0</span>` : renderTemplate`<a${addAttribute(href(stepRuns(step, period, { failed: true })), "href")}${addAttribute(`${failures.part} of ${failures.n}`, "title")}>${failures.n < 5 ? `${failures.part} of ${failures.n}` : percent(failures.value)}</a>`}</td><td class="num"${addAttribute(step.critical.value ?? "", "data-value")}>${percent(step.critical.value)}</td>${renderComponent($$result2, "BarCell", $$BarCell, {
          "share": step.exclusive_seconds / most,
          "value": step.exclusive_seconds
        }, { "default": ($$result3) => renderTemplate`${step.exclusive_seconds === 0 ? "0" : duration2(step.exclusive_seconds)}` })}<td class="num"${addAttribute(step.exclusive_seconds / step.attempts, "data-value")}>${duration2(step.exclusive_seconds / step.attempts)}</td><td class="num"${addAttribute(step.total_seconds, "data-value")}>${duration2(step.total_seconds)}</td><td class="num"${addAttribute(step.share ?? "", "data-value")}>${percent(step.share)}</td></tr>`;
      })}</tbody></table>` })}`;
    }, "/site/src/components/StepRows.astro", void 0);
    steps_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index7,
      file: () => $$file11,
      url: () => $$url11
    });
    createAstro("https://astro.build");
    $$Index7 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index7;
      const MOST_ROWS = 40;
      const MOST_DRAWERS = 15;
      const { period, measured, unmeasured, total_seconds, steps } = Astro.locals.document;
      const own2 = steps.filter((step) => !step.runner);
      const runner = steps.filter((step) => step.runner);
      const shown2 = own2.slice(0, MOST_ROWS);
      const slower = own2.filter((step) => step.slower !== null);
      const opened = /* @__PURE__ */ new Set([...shown2.slice(0, MOST_DRAWERS), ...slower.filter((step) => shown2.includes(step))]);
      const total = (rows) => rows.reduce((sum2, row) => sum2 + row.total_seconds, 0);
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Steps",
        "heading": "Steps",
        "lede": `What takes time in ${plural(measured, "attempt")}, and what shortening it could save. Largest saving first.`,
        "section": "steps/",
        "periods": {
          page: "steps/",
          current: period.name
        }
      }, {
        "default": ($$result2) => renderTemplate`${unmeasured > 0 && renderTemplate`${maybeRenderHead($$result2)}<p class="note-line">The steps of ${plural(unmeasured, "attempt")} are not known: not fetched yet, or kept as a row only.${" "}<a${addAttribute(href("health/"), "href")}>Data health</a> says which.</p>`}${steps.length === 0 ? renderTemplate`<section class="card">${renderComponent($$result2, "Empty", $$Empty, { "title": "No step ran in this period" }, { "default": ($$result3) => renderTemplate`${measured === 0 ? "Steps appear here once the jobs of runs have been fetched. A longer period may have some." : "The attempts of this period ended before any step began."}` })}</section>` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`${renderComponent($$result3, "SlowerSteps", $$SlowerSteps, { "steps": slower })}<section class="card" aria-labelledby="slowest"><div class="card-head"><h2 id="slowest">Where the time goes</h2><span class="note">${shown2.length < own2.length && `${count(shown2.length)} of ${count(own2.length)} steps shown \xB7 `}${duration2(total(own2))} in all</span></div>${renderComponent($$result3, "StepRows", $$StepRows, {
          "label": "Steps by what they could save",
          "steps": shown2,
          "period": period.name,
          "drawers": opened
        })}<div class="card-body explain"><p><strong>Could save</strong>: seconds in which nothing else of the run was under way, summed over the period. A step that runs beside a longer job saves nothing. <strong>On path</strong>: the share of its attempts in which it lay on the critical path, the chain of jobs that the run's length hangs on. Median and p95 are of executions that succeeded or failed; cancelled ones count in the totals only. The variants of a matrix are one row.</p></div>${runner.length > 0 && renderTemplate`<details class="runner"><summary>${plural(runner.length, "step")} of the runner itself (set-up, clean-up, before and after actions):${" "}${duration2(total(runner))}, ${(100 * total(runner) / Math.max(total_seconds, 1)).toFixed(1)} % of the time</summary>${renderComponent($$result3, "StepRows", $$StepRows, {
          "label": "The runner's own steps",
          "steps": runner.slice(0, MOST_ROWS),
          "period": period.name,
          "drawers": /* @__PURE__ */ new Set()
        })}</details>`}</section><section class="card" aria-labelledby="spread"><div class="card-head"><h2 id="spread">How its times spread</h2><span class="note">open a step: what most executions take, and which one took longest</span></div>${[...opened].map((step) => renderTemplate`${renderComponent($$result3, "StepDrawer", $$StepDrawer, {
          "step": step,
          "period": period
        })}`)}</section>` })}`}`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href("api/v1/steps.csv"), "href")}>CSV</a></li><li><a${addAttribute(href("api/v1/steps.json"), "href")}>JSON</a></li></ul>`
      })}`;
    }, "/site/src/pages/steps/index.astro", void 0);
    $$file11 = "/site/src/pages/steps/index.astro";
    $$url11 = "/__BASE__/steps/";
    page12 = () => steps_exports;
  }
});

// server/chunks/OutcomeTrend.mjs
var $$DurationTrend, $$FigureTiles, $$OutcomeTrend;
var init_OutcomeTrend = __esm({
  "server/chunks/OutcomeTrend.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_Page();
    init_run_links();
    init_stats();
    init_Delta();
    init_Tile();
    init_TrendChart();
    init_outcome();
    createAstro("https://astro.build");
    $$DurationTrend = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$DurationTrend;
      const { trend, period, whole } = Astro.props;
      const slowest = trend.reduce((most, bucket) => (bucket.p50_seconds ?? 0) > (most?.p50_seconds ?? 0) ? bucket : most, null);
      const finding = slowest === null ? "Nothing finished." : `Median ${duration2(whole.p50)} over the period; the slowest ${bucketName(period.bucket_seconds)} was ${bucketLabel(slowest.start, period.bucket_seconds)} with ${duration2(slowest.p50_seconds)} (n ${slowest.timed}).`;
      const enough = trend.some(({ p95_seconds }) => p95_seconds !== null);
      const texts = (key) => trend.map((bucket) => key === "p50_seconds" && bucket.timed > 0 ? `${duration2(bucket[key])} (n ${bucket.timed})` : duration2(bucket[key]));
      const series = [{
        name: "Median",
        color: "cat-1",
        values: trend.map(({ p50_seconds }) => p50_seconds),
        texts: texts("p50_seconds")
      }, {
        name: "p95",
        color: "cat-2",
        values: trend.map(({ p95_seconds }) => p95_seconds),
        texts: texts("p95_seconds")
      }];
      return renderTemplate`${renderComponent($$result, "TrendChart", $$TrendChart, {
        "title": "Duration",
        "note": `per ${bucketName(period.bucket_seconds)}, UTC; p95 needs 20 attempts`,
        "finding": finding,
        "kind": "line",
        "unit": "seconds",
        "labels": trend.map(({ start }) => bucketLabel(start, period.bucket_seconds)),
        "series": enough ? series : series.slice(0, 1)
      })}`;
    }, "/site/src/components/DurationTrend.astro", void 0);
    createAstro("https://astro.build");
    $$FigureTiles = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$FigureTiles;
      const { current, previous, trend, filter } = Astro.props;
      const whole = trend.slice(0, -1);
      const attemptsChange = change(current.attempts, previous?.attempts ?? null);
      const successChange = change(current.success.value, previous?.success.value ?? null);
      const medianChange = change(current.duration.p50, previous?.duration.p50 ?? null);
      const tailChange = change(current.duration.p95, previous?.duration.p95 ?? null);
      const queueChange = change(current.queue.p95, previous?.queue.p95 ?? null);
      const minutesChange = change(current.job_minutes, previous?.job_minutes ?? null);
      const finished = (n2) => `of ${count(n2)} that succeeded or failed`;
      return renderTemplate`${maybeRenderHead($$result)}<section class="tiles" aria-label="Key figures">${renderComponent($$result, "Tile", $$Tile, {
        "label": "Attempts",
        "value": count(current.attempts),
        "n": `of ${count(current.runs)} runs, ${count(current.reruns)} re-run`,
        "link": runsLink(filter),
        "spark": whole.map(({ outcomes }) => outcomes.total)
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": attemptsChange,
        "amount": count(Math.abs(attemptsChange ?? 0)),
        "better": null
      })}` })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Success rate",
        "value": percent(current.success.value),
        "n": finished(current.success.n),
        "link": runsLink({
          ...filter,
          status: statesOf("failure")
        }),
        "spark": whole.map(({ outcomes }) => decided(outcomes) === 0 ? null : outcomes.success / decided(outcomes))
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": successChange,
        "amount": `${Math.abs((successChange ?? 0) * 100).toFixed(1)} pts`,
        "better": "up",
        "least": 5e-4
      })}` })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Duration, median",
        "value": duration2(current.duration.p50),
        "n": finished(current.duration.n),
        "link": runsLink({
          ...filter,
          sort: {
            key: "duration",
            descending: true
          }
        }),
        "spark": whole.map(({ p50_seconds }) => p50_seconds)
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": medianChange,
        "amount": duration2(Math.abs(medianChange ?? 0)),
        "better": "down"
      })}` })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Duration, p95",
        "value": duration2(current.duration.p95),
        "n": current.duration.p95 === null ? "needs at least 20" : finished(current.duration.n),
        "link": runsLink({
          ...filter,
          sort: {
            key: "duration",
            descending: true
          }
        }),
        "spark": whole.map(({ p95_seconds }) => p95_seconds)
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": tailChange,
        "amount": duration2(Math.abs(tailChange ?? 0)),
        "better": "down"
      })}` })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Wait for a runner, p95",
        "value": duration2(current.queue.p95),
        "n": current.queue.p95 === null ? "needs at least 20 jobs" : `of ${count(current.queue.n)} jobs`,
        "link": runsLink({
          ...filter,
          sort: {
            key: "queue",
            descending: true
          }
        })
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": queueChange,
        "amount": duration2(Math.abs(queueChange ?? 0)),
        "better": "down"
      })}` })}${renderComponent($$result, "Tile", $$Tile, {
        "label": "Job minutes",
        "value": count(current.job_minutes),
        "n": current.measured === current.attempts ? "of all attempts" : `of ${count(current.measured)} attempts with jobs known`
      }, { "default": ($$result2) => renderTemplate`${renderComponent($$result2, "Delta", $$Delta, {
        "change": minutesChange,
        "amount": count(Math.abs(minutesChange ?? 0)),
        "better": null,
        "least": 0.5
      })}` })}</section>`;
    }, "/site/src/components/FigureTiles.astro", void 0);
    createAstro("https://astro.build");
    $$OutcomeTrend = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$OutcomeTrend;
      const { trend, period, filter } = Astro.props;
      const NAMES = {
        success: "Success",
        failure: "Failed",
        attention: "Waiting",
        running: "Running",
        neutral: "Cancelled or skipped"
      };
      const end = (start) => addSeconds(start, period.bucket_seconds);
      const totalOf = (role) => trend.reduce((sum2, { outcomes }) => sum2 + outcomes[role], 0);
      const series = ROLES.filter((role) => totalOf(role) > 0).map((role) => ({
        name: NAMES[role],
        color: `status-${role}`,
        values: trend.map(({ outcomes }) => outcomes[role]),
        texts: trend.map(({ outcomes }) => count(outcomes[role])),
        links: trend.map(({ start, outcomes }) => outcomes[role] === 0 ? null : runsLink({
          ...filter,
          from: start,
          to: end(start),
          status: statesOf(role)
        })),
        link: runsLink({
          ...filter,
          status: statesOf(role)
        })
      }));
      const worst = trend.reduce((most, bucket) => bucket.outcomes.failure > (most?.outcomes.failure ?? 0) ? bucket : most, null);
      const finding = worst === null ? `No attempt failed.` : `${count(totalOf("failure"))} attempts failed; most of them, ${count(worst.outcomes.failure)}, from ${bucketLabel(worst.start, period.bucket_seconds)} (${percent(worst.outcomes.failure / decided(worst.outcomes))} of those finished).`;
      return renderTemplate`${renderComponent($$result, "TrendChart", $$TrendChart, {
        "title": "Attempts by outcome",
        "note": `per ${bucketName(period.bucket_seconds)}, UTC; the last is still filling`,
        "finding": finding,
        "kind": "bar",
        "unit": "count",
        "labels": trend.map(({ start }) => bucketLabel(start, period.bucket_seconds)),
        "series": series
      })}`;
    }, "/site/src/components/OutcomeTrend.astro", void 0);
  }
});

// server/chunks/_slug_@_@astro.mjs
var slug_astro_exports = {};
__export(slug_astro_exports, {
  page: () => page13
});
var $$RecentRuns, $$StepTable, _slug__exports, $$Slug, $$file12, $$url12, page13;
var init_slug_astro = __esm({
  "server/chunks/_slug_@_@astro.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_Page();
    init_links();
    init_OutcomeTrend();
    init_Empty();
    init_RunLink();
    init_Scroll();
    init_Status();
    init_BarCell();
    createAstro("https://astro.build");
    $$RecentRuns = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$RecentRuns;
      const { runs } = Astro.props;
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": "Newest attempts" }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">Status</th><th scope="col">Run</th><th scope="col">Agent</th><th scope="col">Event</th><th scope="col">Branch</th><th scope="col">Actor</th><th scope="col" class="num">Duration</th><th scope="col" class="num">Started</th></tr></thead><tbody>${runs.map((run2) => renderTemplate`<tr><td>${renderComponent($$result2, "Status", $$Status, {
        "status": run2.status,
        "conclusion": run2.conclusion
      })}</td><th scope="row">${renderComponent($$result2, "RunLink", $$RunLink, {
        "id": run2.id,
        "number": run2.run_number,
        "attempt": run2.run_attempt,
        "latest": run2.latest,
        "title": run2.title
      })}</th><td class="nowrap">${run2.agent}</td><td class="nowrap">${run2.event}</td><td><span class="clip mono"${addAttribute(run2.branch ?? void 0, "title")}>${run2.branch}</span></td><td class="nowrap">${run2.actor}</td><td class="num">${duration2(run2.duration_seconds)}</td><td class="num muted">${renderComponent($$result2, "Ago", $$Ago, { "at": run2.started_at })}</td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/RecentRuns.astro", void 0);
    createAstro("https://astro.build");
    $$StepTable = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$StepTable;
      const { label, steps, by, filter } = Astro.props;
      const size = ({ failures, duration: duration3 }) => by === "failures" ? failures : duration3.p50 ?? 0;
      const largest = Math.max(...steps.map(size), 1);
      const link = ({ job, step }) => href(runsLink({
        ...filter,
        step: {
          jobs: [job],
          steps: [step],
          failed: by === "failures",
          slowerThan: null
        }
      }));
      return renderTemplate`${renderComponent($$result, "Scroll", $$Scroll, { "label": label }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<table><thead><tr><th scope="col">Job / step</th>${by === "failures" ? renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`<th scope="col" class="num">Failed</th><th scope="col" class="num">Rate</th><th scope="col" class="num">of</th>` })}` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`<th scope="col" class="num">Median</th><th scope="col" class="num">p95</th><th scope="col" class="num">n</th>` })}`}</tr></thead><tbody>${steps.map((row) => renderTemplate`<tr><th scope="row"><a class="clip"${addAttribute(link(row), "href")}${addAttribute(`${row.job} / ${row.step}`, "title")}><span class="muted">${row.job} /</span> ${row.step}</a></th>${renderComponent($$result2, "BarCell", $$BarCell, {
        "share": size(row) / largest,
        "value": size(row),
        "role": by === "failures" ? "failure" : void 0
      }, { "default": ($$result3) => renderTemplate`${by === "failures" ? count(row.failures) : duration2(row.duration.p50)}` })}<td class="num">${by === "failures" ? percent(row.failures / row.n) : duration2(row.duration.p95)}</td><td class="num muted">${count(by === "failures" ? row.n : row.duration.n)}</td></tr>`)}</tbody></table>` })}`;
    }, "/site/src/components/StepTable.astro", void 0);
    _slug__exports = /* @__PURE__ */ __exportAll({
      default: () => $$Slug,
      file: () => $$file12,
      url: () => $$url12
    });
    createAstro("https://astro.build");
    $$Slug = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Slug;
      const workflow = Astro.locals.document;
      const { current, previous, period, trend } = workflow;
      const links = repositoryLinks(Astro.locals.site.server, Astro.locals.site.repository);
      const filter = {
        period: period.name,
        wf: [workflow.slug]
      };
      const state = workflow.state?.replaceAll("_", " ") ?? "no longer listed by GitHub";
      const events = workflow.events.map(({ event, attempts }) => `${event} (${count(attempts)})`).join(", ");
      const spreads = [["Duration", current.duration], ["Wait for a runner", current.queue]];
      const mean = (value) => value === null ? "\u2014" : value.toFixed(1);
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": workflow.name,
        "heading": workflow.name,
        "lede": `The last 30 days. State: ${state}.${events === "" ? "" : ` Started by ${events}.`}${workflow.own ? " This is AgentOps' own sync: it is kept out of the Overview." : ""}`,
        "section": "workflows/"
      }, {
        "default": ($$result2) => renderTemplate`${current.attempts === 0 ? renderTemplate`${maybeRenderHead($$result2)}<section class="card">${renderComponent($$result2, "Empty", $$Empty, { "title": "No runs in the last 30 days" }, { "default": ($$result3) => renderTemplate`${workflow.recent.length > 0 ? "The newest runs are below." : "None is stored at all."}` })}</section>` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`${renderComponent($$result3, "FigureTiles", $$FigureTiles, {
          "current": current,
          "previous": previous,
          "trend": trend,
          "filter": filter
        })}<div class="pair">${renderComponent($$result3, "OutcomeTrend", $$OutcomeTrend, {
          "trend": trend,
          "period": period,
          "filter": filter
        })}${renderComponent($$result3, "DurationTrend", $$DurationTrend, {
          "trend": trend,
          "period": period,
          "whole": current.duration
        })}</div><section class="card"><div class="card-head"><h2>How long it takes</h2><span class="note">${mean(current.jobs_per_attempt)} jobs an attempt, ${mean(current.steps_per_job)} steps a job</span></div>${renderComponent($$result3, "Scroll", $$Scroll, { "label": "How long it takes" }, { "default": ($$result4) => renderTemplate`<table><thead><tr><th scope="col">Time</th><th scope="col" class="num">n</th><th scope="col" class="num">Mean</th><th scope="col" class="num">p50</th><th scope="col" class="num">p90</th><th scope="col" class="num">p95</th><th scope="col" class="num">p99</th><th scope="col" class="num">Longest</th></tr></thead><tbody>${spreads.map(([name, spread]) => renderTemplate`<tr><th scope="row">${name}</th><td class="num muted">${count(spread.n)}</td>${[
          spread.mean,
          spread.p50,
          spread.p90,
          spread.p95,
          spread.p99,
          spread.max
        ].map((value) => renderTemplate`<td class="num">${duration2(value)}</td>`)}</tr>`)}</tbody></table>` })}</section><div class="pair"><section class="card"><div class="card-head"><h2>Slowest steps</h2><span class="note">by median, of steps that ran at least 5 times</span></div>${workflow.slowest_steps.length === 0 ? renderTemplate`${renderComponent($$result3, "Empty", $$Empty, { "title": "No step times" }, { "default": ($$result4) => renderTemplate`Too few jobs are known in this period.` })}` : renderTemplate`${renderComponent($$result3, "StepTable", $$StepTable, {
          "label": "Slowest steps",
          "steps": workflow.slowest_steps,
          "by": "time",
          "filter": filter
        })}`}</section><section class="card"><div class="card-head"><h2>Most failing steps</h2><span class="note">of executions that succeeded or failed</span></div>${workflow.failing_steps.length === 0 ? renderTemplate`${renderComponent($$result3, "Empty", $$Empty, {
          "title": "No step failed",
          "good": true
        }, { "default": ($$result4) => renderTemplate`In ${count(current.measured)} attempts with jobs known.` })}` : renderTemplate`${renderComponent($$result3, "StepTable", $$StepTable, {
          "label": "Most failing steps",
          "steps": workflow.failing_steps,
          "by": "failures",
          "filter": filter
        })}`}</section></div>` })}`}${workflow.recent.length > 0 && renderTemplate`<section class="card"><div class="card-head"><h2>Newest attempts</h2><a class="note"${addAttribute(href(runsLink(filter)), "href")}>All runs</a></div>${renderComponent($$result2, "RecentRuns", $$RecentRuns, { "runs": workflow.recent })}</section>`}`,
        "crumb": ($$result2) => renderTemplate`<p class="crumb"><a${addAttribute(href("workflows/"), "href")}>Workflows</a></p>`,
        "actions": ($$result2) => renderTemplate`<ul class="actions"><li><a${addAttribute(href(runsLink(filter)), "href")}>All runs</a></li>${workflow.file && renderTemplate`<li><a${addAttribute(links.workflow(workflow.file), "href")}>Open on GitHub</a></li>`}</ul>`
      })}`;
    }, "/site/src/pages/workflows/[slug].astro", void 0);
    $$file12 = "/site/src/pages/workflows/[slug].astro";
    $$url12 = "/__BASE__/workflows/[slug]/";
    page13 = () => _slug__exports;
  }
});

// server/chunks/index@_@astro9.mjs
var index_astro9_exports = {};
__export(index_astro9_exports, {
  page: () => page14
});
var $$OutcomeBar, workflows_exports, $$Index8, $$file13, $$url13, page14;
var init_index_astro9 = __esm({
  "server/chunks/index@_@astro9.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_Page();
    init_outcome();
    init_stats();
    init_Delta();
    init_Empty();
    init_SortTable();
    init_Sparkline();
    createAstro("https://astro.build");
    $$OutcomeBar = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$OutcomeBar;
      const { outcomes } = Astro.props;
      let x = 0;
      const parts = ROLES.flatMap((role) => {
        const width = outcomes.total === 0 ? 0 : outcomes[role] / outcomes.total * 100;
        const part = {
          role,
          x,
          width
        };
        x += width;
        return width === 0 ? [] : [part];
      });
      return renderTemplate`${maybeRenderHead($$result)}<svg class="outcome-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts.map(({ role, x: x2, width }) => renderTemplate`<rect${addAttribute(`fill-${role}`, "class")}${addAttribute(x2.toFixed(2), "x")}${addAttribute(width.toFixed(2), "width")} height="10"></rect>`)}</svg>`;
    }, "/site/src/components/OutcomeBar.astro", void 0);
    workflows_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index8,
      file: () => $$file13,
      url: () => $$url13
    });
    createAstro("https://astro.build");
    $$Index8 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index8;
      const { period, workflows } = Astro.locals.document;
      const filter = { period: period.name };
      const ran = workflows.filter(({ current }) => current.attempts > 0);
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Workflows",
        "heading": "Workflows",
        "lede": `${count(ran.length)} of ${count(workflows.length)} workflows ran. Success is of attempts that succeeded or failed; changes are against the stretch before.`,
        "section": "workflows/",
        "periods": {
          page: "workflows/",
          current: period.name
        }
      }, { "default": ($$result2) => renderTemplate`${maybeRenderHead($$result2)}<section class="card">${workflows.length === 0 ? renderTemplate`${renderComponent($$result2, "Empty", $$Empty, { "title": "No workflows yet" }, { "default": ($$result3) => renderTemplate`They appear here after the first sync.` })}` : renderTemplate`${renderComponent($$result2, "SortTable", $$SortTable, { "label": "Workflows" }, { "default": ($$result3) => renderTemplate`<table class="wide"><thead><tr><th scope="col" data-sort="text">Workflow</th><th scope="col" data-sort="text">Agent</th><th scope="col" class="num" data-sort="number" aria-sort="descending">Attempts</th><th scope="col">Trend</th><th scope="col" class="num" data-sort="number">Failed</th><th scope="col">Outcomes</th><th scope="col" class="num" data-sort="number">Success</th><th scope="col" class="num" data-sort="number">Change</th><th scope="col" class="num" data-sort="number">Median</th><th scope="col" class="num" data-sort="number">p95</th><th scope="col" class="num" data-sort="number">Wait p95</th><th scope="col" class="num" data-sort="number">Job min</th><th scope="col" class="num" data-sort="number">Last run</th></tr></thead><tbody>${workflows.map((row) => {
        const { current, previous } = row;
        const changed = change(current.success.value, previous?.success.value ?? null);
        return renderTemplate`<tr><th scope="row" class="sticky"${addAttribute(row.name, "data-value")}><span class="named"><a class="clip"${addAttribute(href(`workflows/${row.slug}/`), "href")}${addAttribute(row.file ?? void 0, "title")}>${row.name}</a>${row.own && renderTemplate`<span class="tag">this sync</span>`}${row.state !== "active" && renderTemplate`<span class="tag">${row.state?.replaceAll("_", " ") ?? "deleted"}</span>`}</span></th><td class="nowrap">${row.agents.slice(0, 2).join(", ")}${row.agents.length > 2 && ` +${row.agents.length - 2}`}</td><td class="num"${addAttribute(current.attempts, "data-value")}>${current.attempts === 0 ? "0" : renderTemplate`<a${addAttribute(href(runsLink({
          ...filter,
          wf: [row.slug]
        })), "href")}>${count(current.attempts)}</a>`}</td><td class="trend-cell">${current.attempts > 0 && renderTemplate`${renderComponent($$result3, "Sparkline", $$Sparkline, { "values": row.attempts.slice(0, -1) })}`}</td><td class="num"${addAttribute(current.outcomes.failure, "data-value")}>${current.outcomes.failure === 0 ? "0" : renderTemplate`<a${addAttribute(href(runsLink({
          ...filter,
          wf: [row.slug],
          status: statesOf("failure")
        })), "href")}>${count(current.outcomes.failure)}</a>`}</td><td class="trend-cell">${current.attempts > 0 && renderTemplate`${renderComponent($$result3, "OutcomeBar", $$OutcomeBar, { "outcomes": current.outcomes })}`}</td><td class="num"${addAttribute(current.success.value ?? "", "data-value")}${addAttribute(`of ${current.success.n}`, "title")}>${percent(current.success.value)}</td><td class="num small"${addAttribute(changed ?? "", "data-value")}>${changed === null ? "\u2014" : renderTemplate`${renderComponent($$result3, "Delta", $$Delta, {
          "change": changed,
          "amount": `${Math.abs(changed * 100).toFixed(1)} pts`,
          "better": "up",
          "least": 5e-4,
          "brief": true
        })}`}</td><td class="num"${addAttribute(current.duration.p50 ?? "", "data-value")}>${duration2(current.duration.p50)}</td><td class="num"${addAttribute(current.duration.p95 ?? "", "data-value")}>${duration2(current.duration.p95)}</td><td class="num"${addAttribute(current.queue.p95 ?? "", "data-value")}>${duration2(current.queue.p95)}</td><td class="num"${addAttribute(current.job_minutes ?? "", "data-value")}>${count(current.job_minutes)}</td><td class="num muted"${addAttribute(row.last_started_at ? Date.parse(row.last_started_at) : "", "data-value")}>${row.last_started_at === null ? "\u2014" : renderTemplate`${renderComponent($$result3, "Ago", $$Ago, { "at": row.last_started_at })}`}</td></tr>`;
      })}</tbody></table>` })}`}</section>` })}`;
    }, "/site/src/pages/workflows/index.astro", void 0);
    $$file13 = "/site/src/pages/workflows/index.astro";
    $$url13 = "/__BASE__/workflows/";
    page14 = () => workflows_exports;
  }
});

// server/chunks/index@_@astro4.mjs
var index_astro4_exports = {};
__export(index_astro4_exports, {
  page: () => page15
});
var pages_exports, $$Index9, $$file14, $$url14, page15;
var init_index_astro4 = __esm({
  "server/chunks/index@_@astro4.mjs"() {
    "use strict";
    init_compiler();
    init_server();
    init_run_links();
    init_Page();
    init_outcome();
    init_BarCell();
    init_OutcomeTrend();
    init_Empty();
    init_Scroll();
    pages_exports = /* @__PURE__ */ __exportAll({
      default: () => $$Index9,
      file: () => $$file14,
      url: () => $$url14
    });
    createAstro("https://astro.build");
    $$Index9 = createComponent(($$result, $$props, $$slots) => {
      const Astro = $$result.createAstro($$props, $$slots);
      Astro.self = $$Index9;
      const document = Astro.locals.document;
      const { period, current, previous, own: own2, trend, attention, by_failures, by_minutes } = document;
      const filter = {
        period: period.name,
        without: document.own_workflow
      };
      const share = (value, of) => value / Math.max(...of, 1);
      const failures = by_failures.map((row) => row.current.outcomes.failure);
      const minutes = by_minutes.map((row) => row.current.job_minutes ?? 0);
      return renderTemplate`${renderComponent($$result, "Page", $$Page, {
        "title": "Overview",
        "heading": "Overview",
        "lede": document.summary,
        "section": "",
        "periods": {
          page: "",
          current: period.name
        }
      }, { "default": ($$result2) => renderTemplate`${Astro.locals.site.attempts === 0 ? renderTemplate`${maybeRenderHead($$result2)}<section class="card">${renderComponent($$result2, "Empty", $$Empty, { "title": "No runs yet" }, { "default": ($$result3) => renderTemplate`
          No workflow of ${Astro.locals.site.repository} has run since its history is kept. Runs appear here after the
          next sync.
        ` })}</section>` : renderTemplate`${renderComponent($$result2, "Fragment", Fragment, {}, { "default": ($$result3) => renderTemplate`<section class="card attention"><div class="card-head"><h2>Needs attention</h2>${document.attention_total > attention.length && renderTemplate`<span class="note">${attention.length} of ${document.attention_total}</span>`}</div>${attention.length === 0 ? renderTemplate`<p class="card-body muted">Nothing: no workflow succeeds less often than before, nobody retries in vain.</p>` : renderTemplate`<ol>${attention.map(({ kind, text, link }) => renderTemplate`<li${addAttribute(kind, "data-kind")}><a${addAttribute(href(link), "href")}><svg class="icon role-attention" viewBox="0 0 16 16" aria-hidden="true"><path class="fill" d="M8 1.2 15.4 14.4H.6Z"></path><path class="mark" d="M8 6v3.6m0 2v.6"></path></svg>${text}</a></li>`)}</ol>`}</section>${current.attempts === 0 && renderTemplate`<section class="card">${renderComponent($$result3, "Empty", $$Empty, { "title": "Nothing ran in this period" }, { "default": ($$result4) => renderTemplate`A longer one may have runs.` })}</section>`}${renderComponent($$result3, "FigureTiles", $$FigureTiles, {
        "current": current,
        "previous": previous,
        "trend": trend,
        "filter": filter
      })}<div class="pair">${renderComponent($$result3, "OutcomeTrend", $$OutcomeTrend, {
        "trend": trend,
        "period": period,
        "filter": filter
      })}${renderComponent($$result3, "DurationTrend", $$DurationTrend, {
        "trend": trend,
        "period": period,
        "whole": current.duration
      })}</div><div class="pair"><section class="card"><div class="card-head"><h2>Workflows by failed attempts</h2><a class="note"${addAttribute(href("workflows/"), "href")}>All workflows</a></div>${by_failures.length === 0 ? renderTemplate`${renderComponent($$result3, "Empty", $$Empty, {
        "title": "Nothing failed",
        "good": true
      }, { "default": ($$result4) => renderTemplate`${count(current.success.n)} attempts finished, all of them with success.
              ` })}` : renderTemplate`${renderComponent($$result3, "Scroll", $$Scroll, { "label": "Workflows by failed attempts" }, { "default": ($$result4) => renderTemplate`<table><thead><tr><th scope="col">Workflow</th><th scope="col" class="num">Failed</th><th scope="col" class="num">Success rate</th><th scope="col" class="num">of</th></tr></thead><tbody>${by_failures.map((row) => renderTemplate`<tr><th scope="row"><a class="clip"${addAttribute(href(`workflows/${row.slug}/`), "href")}>${row.name}</a></th>${renderComponent($$result4, "BarCell", $$BarCell, {
        "share": share(row.current.outcomes.failure, failures),
        "value": row.current.outcomes.failure,
        "role": "failure"
      }, { "default": ($$result5) => renderTemplate`<a${addAttribute(href(runsLink({
        period: period.name,
        wf: [row.slug],
        status: statesOf("failure")
      })), "href")}>${count(row.current.outcomes.failure)}</a>` })}<td class="num">${percent(row.current.success.value)}</td><td class="num muted">${count(row.current.success.n)}</td></tr>`)}</tbody></table>` })}`}</section><section class="card"><div class="card-head"><h2>Workflows by job minutes</h2><a class="note"${addAttribute(href("workflows/"), "href")}>All workflows</a></div>${by_minutes.length === 0 ? renderTemplate`${renderComponent($$result3, "Empty", $$Empty, { "title": "No job times" }, { "default": ($$result4) => renderTemplate`Jobs of these runs were not fetched.` })}` : renderTemplate`${renderComponent($$result3, "Scroll", $$Scroll, { "label": "Workflows by job minutes" }, { "default": ($$result4) => renderTemplate`<table><thead><tr><th scope="col">Workflow</th><th scope="col" class="num">Minutes</th><th scope="col" class="num">Share</th><th scope="col" class="num">Attempts</th></tr></thead><tbody>${by_minutes.map((row) => renderTemplate`<tr><th scope="row"><a class="clip"${addAttribute(href(`workflows/${row.slug}/`), "href")}>${row.name}</a></th>${renderComponent($$result4, "BarCell", $$BarCell, {
        "share": share(row.current.job_minutes ?? 0, minutes),
        "value": row.current.job_minutes
      }, { "default": ($$result5) => renderTemplate`${count(row.current.job_minutes)}` })}<td class="num">${percent(current.job_minutes ? (row.current.job_minutes ?? 0) / current.job_minutes : null)}</td><td class="num"><a${addAttribute(href(runsLink({
        period: period.name,
        wf: [row.slug]
      })), "href")}>${count(row.current.attempts)}</a></td></tr>`)}</tbody></table>` })}`}</section></div>${own2.attempts > 0 && renderTemplate`<p class="muted small">Not counted above: AgentOps' own sync, ${count(own2.attempts)} attempts, ${count(own2.outcomes.failure)} failed.</p>`}` })}`}` })}`;
    }, "/site/src/pages/index.astro", void 0);
    $$file14 = "/site/src/pages/index.astro";
    $$url14 = "/__BASE__/";
    page15 = () => pages_exports;
  }
});

// server/chunks/noop-entrypoint.mjs
var noop_entrypoint_exports = {};
__export(noop_entrypoint_exports, {
  server: () => server
});
var server;
var init_noop_entrypoint = __esm({
  "server/chunks/noop-entrypoint.mjs"() {
    "use strict";
    server = {};
  }
});

// server/virtual_astro_middleware.mjs
var virtual_astro_middleware_exports = {};
__export(virtual_astro_middleware_exports, {
  onRequest: () => onRequest
});
var onRequest;
var init_virtual_astro_middleware = __esm({
  "server/virtual_astro_middleware.mjs"() {
    "use strict";
    onRequest = (_, next) => next();
  }
});

// server/chunks/_virtual_astro_session-driver.mjs
var virtual_astro_session_driver_exports = {};
__export(virtual_astro_session_driver_exports, {
  default: () => _virtual_astro_session_driver_default
});
var _virtual_astro_session_driver_default;
var init_virtual_astro_session_driver = __esm({
  "server/chunks/_virtual_astro_session-driver.mjs"() {
    "use strict";
    _virtual_astro_session_driver_default = null;
  }
});

// server/chunks/_virtual_astro_server-island-manifest.mjs
var virtual_astro_server_island_manifest_exports = {};
__export(virtual_astro_server_island_manifest_exports, {
  serverIslandMap: () => serverIslandMap,
  serverIslandNameMap: () => serverIslandNameMap
});
var serverIslandMap, serverIslandNameMap;
var init_virtual_astro_server_island_manifest = __esm({
  "server/chunks/_virtual_astro_server-island-manifest.mjs"() {
    "use strict";
    serverIslandMap = /* @__PURE__ */ new Map([]);
    serverIslandNameMap = /* @__PURE__ */ new Map([]);
  }
});

// server/entry.mjs
var entry_exports = {};
__export(entry_exports, {
  pages: () => pages,
  render: () => render
});
module.exports = __toCommonJS(entry_exports);
init_errors();
init_server();
init_remote();
init_console();
var NOOP_MIDDLEWARE_FN = async (_ctx, next) => {
  return await next();
};
function deserializeManifest(serializedManifest, routesList) {
  const routes2 = [];
  if (serializedManifest.routes) for (const serializedRoute of serializedManifest.routes) routes2.push({
    ...serializedRoute,
    routeData: deserializeRouteData(serializedRoute.routeData)
  });
  if (routesList) for (const route of routesList?.routes) routes2.push({
    file: "",
    links: [],
    scripts: [],
    styles: [],
    routeData: route
  });
  const assets = new Set(serializedManifest.assets);
  const componentMetadata = new Map(serializedManifest.componentMetadata);
  const inlinedScripts = new Map(serializedManifest.inlinedScripts);
  const clientDirectives = new Map(serializedManifest.clientDirectives);
  const key = decodeKey(serializedManifest.key);
  return {
    middleware() {
      return { onRequest: NOOP_MIDDLEWARE_FN };
    },
    ...serializedManifest,
    rootDir: new URL(serializedManifest.rootDir),
    srcDir: new URL(serializedManifest.srcDir),
    publicDir: new URL(serializedManifest.publicDir),
    outDir: new URL(serializedManifest.outDir),
    cacheDir: new URL(serializedManifest.cacheDir),
    buildClientDir: new URL(serializedManifest.buildClientDir),
    buildServerDir: new URL(serializedManifest.buildServerDir),
    assets,
    componentMetadata,
    inlinedScripts,
    clientDirectives,
    routes: routes2,
    key
  };
}
function deserializeRouteData(rawRouteData) {
  return {
    route: rawRouteData.route,
    type: rawRouteData.type,
    pattern: new RegExp(rawRouteData.pattern),
    params: rawRouteData.params,
    component: rawRouteData.component,
    pathname: rawRouteData.pathname || void 0,
    segments: rawRouteData.segments,
    prerender: rawRouteData.prerender,
    redirect: rawRouteData.redirect,
    redirectRoute: rawRouteData.redirectRoute ? deserializeRouteData(rawRouteData.redirectRoute) : void 0,
    fallbackRoutes: rawRouteData.fallbackRoutes.map((fallback) => {
      return deserializeRouteData(fallback);
    }),
    isIndex: rawRouteData.isIndex,
    origin: rawRouteData.origin,
    distURL: rawRouteData.distURL
  };
}
function deserializeRouteInfo(rawRouteInfo) {
  return {
    styles: rawRouteInfo.styles,
    file: rawRouteInfo.file,
    links: rawRouteInfo.links,
    scripts: rawRouteInfo.scripts,
    routeData: deserializeRouteData(rawRouteInfo.routeData)
  };
}
var renderers = [];
[
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "type": "page",
      "component": "_server-islands.astro",
      "params": ["name"],
      "segments": [[{
        "content": "_server-islands",
        "dynamic": false,
        "spread": false
      }], [{
        "content": "name",
        "dynamic": true,
        "spread": false
      }]],
      "pattern": "^\\/_server-islands\\/([^/]+?)\\/$",
      "prerender": false,
      "isIndex": false,
      "fallbackRoutes": [],
      "route": "/_server-islands/[name]",
      "origin": "internal",
      "distURL": [],
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/_image",
      "component": "../node_modules/astro/dist/assets/endpoint/generic.js",
      "params": [],
      "pathname": "/_image",
      "pattern": "^\\/_image\\/$",
      "segments": [[{
        "content": "_image",
        "dynamic": false,
        "spread": false
      }]],
      "type": "endpoint",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "isIndex": false,
      "origin": "internal",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/404",
      "isIndex": false,
      "type": "page",
      "pattern": "^\\/404\\/$",
      "segments": [[{
        "content": "404",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/404.astro",
      "pathname": "/404",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/api",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/api\\/$",
      "segments": [[{
        "content": "api",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/api/index.astro",
      "pathname": "/api",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/costs",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/costs\\/$",
      "segments": [[{
        "content": "costs",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/costs/index.astro",
      "pathname": "/costs",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/errors/[signature]",
      "isIndex": false,
      "type": "page",
      "pattern": "^\\/errors\\/([^/]+?)\\/$",
      "segments": [[{
        "content": "errors",
        "dynamic": false,
        "spread": false
      }], [{
        "content": "signature",
        "dynamic": true,
        "spread": false
      }]],
      "params": ["signature"],
      "component": "src/pages/errors/[signature].astro",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/errors",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/errors\\/$",
      "segments": [[{
        "content": "errors",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/errors/index.astro",
      "pathname": "/errors",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/health",
      "isIndex": false,
      "type": "page",
      "pattern": "^\\/health\\/$",
      "segments": [[{
        "content": "health",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/health.astro",
      "pathname": "/health",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/operations",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/operations\\/$",
      "segments": [[{
        "content": "operations",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/operations/index.astro",
      "pathname": "/operations",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/runs/[id]/attempts/[attempt]",
      "isIndex": false,
      "type": "page",
      "pattern": "^\\/runs\\/([^/]+?)\\/attempts\\/([^/]+?)\\/$",
      "segments": [
        [{
          "content": "runs",
          "dynamic": false,
          "spread": false
        }],
        [{
          "content": "id",
          "dynamic": true,
          "spread": false
        }],
        [{
          "content": "attempts",
          "dynamic": false,
          "spread": false
        }],
        [{
          "content": "attempt",
          "dynamic": true,
          "spread": false
        }]
      ],
      "params": ["id", "attempt"],
      "component": "src/pages/runs/[id]/attempts/[attempt].astro",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/runs/[id]",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/runs\\/([^/]+?)\\/$",
      "segments": [[{
        "content": "runs",
        "dynamic": false,
        "spread": false
      }], [{
        "content": "id",
        "dynamic": true,
        "spread": false
      }]],
      "params": ["id"],
      "component": "src/pages/runs/[id]/index.astro",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/runs",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/runs\\/$",
      "segments": [[{
        "content": "runs",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/runs/index.astro",
      "pathname": "/runs",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/steps",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/steps\\/$",
      "segments": [[{
        "content": "steps",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/steps/index.astro",
      "pathname": "/steps",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/workflows/[slug]",
      "isIndex": false,
      "type": "page",
      "pattern": "^\\/workflows\\/([^/]+?)\\/$",
      "segments": [[{
        "content": "workflows",
        "dynamic": false,
        "spread": false
      }], [{
        "content": "slug",
        "dynamic": true,
        "spread": false
      }]],
      "params": ["slug"],
      "component": "src/pages/workflows/[slug].astro",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/workflows",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/workflows\\/$",
      "segments": [[{
        "content": "workflows",
        "dynamic": false,
        "spread": false
      }]],
      "params": [],
      "component": "src/pages/workflows/index.astro",
      "pathname": "/workflows",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  },
  {
    "file": "",
    "links": [],
    "scripts": [],
    "styles": [],
    "routeData": {
      "route": "/",
      "isIndex": true,
      "type": "page",
      "pattern": "^\\/$",
      "segments": [],
      "params": [],
      "component": "src/pages/index.astro",
      "pathname": "/",
      "prerender": false,
      "fallbackRoutes": [],
      "distURL": [],
      "origin": "project",
      "_meta": { "trailingSlash": "always" }
    }
  }
].map(deserializeRouteInfo);
var _page0 = () => Promise.resolve().then(() => (init_generic_js(), generic_js_exports)).then((n2) => n2.t);
var _page1 = () => Promise.resolve().then(() => (init_astro(), astro_exports));
var _page2 = () => Promise.resolve().then(() => (init_index_astro(), index_astro_exports));
var _page3 = () => Promise.resolve().then(() => (init_index_astro2(), index_astro2_exports));
var _page4 = () => Promise.resolve().then(() => (init_signature_astro(), signature_astro_exports));
var _page5 = () => Promise.resolve().then(() => (init_index_astro3(), index_astro3_exports));
var _page6 = () => Promise.resolve().then(() => (init_health_astro(), health_astro_exports));
var _page7 = () => Promise.resolve().then(() => (init_index_astro5(), index_astro5_exports));
var _page8 = () => Promise.resolve().then(() => (init_attempt_astro(), attempt_astro_exports));
var _page9 = () => Promise.resolve().then(() => (init_index_astro6(), index_astro6_exports));
var _page10 = () => Promise.resolve().then(() => (init_index_astro7(), index_astro7_exports));
var _page11 = () => Promise.resolve().then(() => (init_index_astro8(), index_astro8_exports));
var _page12 = () => Promise.resolve().then(() => (init_slug_astro(), slug_astro_exports));
var _page13 = () => Promise.resolve().then(() => (init_index_astro9(), index_astro9_exports));
var _page14 = () => Promise.resolve().then(() => (init_index_astro4(), index_astro4_exports));
var pageMap = /* @__PURE__ */ new Map([
  ["../node_modules/astro/dist/assets/endpoint/generic.js", _page0],
  ["src/pages/404.astro", _page1],
  ["src/pages/api/index.astro", _page2],
  ["src/pages/costs/index.astro", _page3],
  ["src/pages/errors/[signature].astro", _page4],
  ["src/pages/errors/index.astro", _page5],
  ["src/pages/health.astro", _page6],
  ["src/pages/operations/index.astro", _page7],
  ["src/pages/runs/[id]/attempts/[attempt].astro", _page8],
  ["src/pages/runs/[id]/index.astro", _page9],
  ["src/pages/runs/index.astro", _page10],
  ["src/pages/steps/index.astro", _page11],
  ["src/pages/workflows/[slug].astro", _page12],
  ["src/pages/workflows/index.astro", _page13],
  ["src/pages/index.astro", _page14]
]);
var _manifest = deserializeManifest({ "rootDir": "file:///site/", "cacheDir": "file:///site/node_modules/.astro/", "outDir": "file:///build/", "srcDir": "file:///site/src/", "publicDir": "file:///site/public/", "buildClientDir": "file:///build/client/", "buildServerDir": "file:///build/server/", "adapterName": "agentops-renderer", "assetsDir": "_astro", "routes": [{ "file": "", "links": [], "scripts": [], "styles": [], "routeData": { "type": "page", "component": "_server-islands.astro", "params": ["name"], "segments": [[{ "content": "_server-islands", "dynamic": false, "spread": false }], [{ "content": "name", "dynamic": true, "spread": false }]], "pattern": "^\\/_server-islands\\/([^/]+?)\\/$", "prerender": false, "isIndex": false, "fallbackRoutes": [], "route": "/_server-islands/[name]", "origin": "internal", "distURL": [], "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [], "routeData": { "route": "/_image", "component": "../node_modules/astro/dist/assets/endpoint/generic.js", "params": [], "pathname": "/_image", "pattern": "^\\/_image\\/$", "segments": [[{ "content": "_image", "dynamic": false, "spread": false }]], "type": "endpoint", "prerender": false, "fallbackRoutes": [], "distURL": [], "isIndex": false, "origin": "internal", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/runs.D56ccsMF.css" }, { "type": "external", "src": "_astro/run.CsxvBZIC.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/404", "isIndex": false, "type": "page", "pattern": "^\\/404\\/$", "segments": [[{ "content": "404", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/404.astro", "pathname": "/404", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/health.1uSByHhq.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/api", "isIndex": true, "type": "page", "pattern": "^\\/api\\/$", "segments": [[{ "content": "api", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/api/index.astro", "pathname": "/api", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/index.B3rlTtjh.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/costs", "isIndex": true, "type": "page", "pattern": "^\\/costs\\/$", "segments": [[{ "content": "costs", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/costs/index.astro", "pathname": "/costs", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/run-reading.Biln0IRx.css" }, { "type": "external", "src": "_astro/errors.Dok_T4J1.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/errors/[signature]", "isIndex": false, "type": "page", "pattern": "^\\/errors\\/([^/]+?)\\/$", "segments": [[{ "content": "errors", "dynamic": false, "spread": false }], [{ "content": "signature", "dynamic": true, "spread": false }]], "params": ["signature"], "component": "src/pages/errors/[signature].astro", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/errors.Dok_T4J1.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/errors", "isIndex": true, "type": "page", "pattern": "^\\/errors\\/$", "segments": [[{ "content": "errors", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/errors/index.astro", "pathname": "/errors", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/health.1uSByHhq.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/health", "isIndex": false, "type": "page", "pattern": "^\\/health\\/$", "segments": [[{ "content": "health", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/health.astro", "pathname": "/health", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/errors.Dok_T4J1.css" }, { "type": "external", "src": "_astro/index.JFIvScj6.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/operations", "isIndex": true, "type": "page", "pattern": "^\\/operations\\/$", "segments": [[{ "content": "operations", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/operations/index.astro", "pathname": "/operations", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }, { "type": "external", "src": "_astro/runs.D56ccsMF.css" }, { "type": "external", "src": "_astro/run.CsxvBZIC.css" }, { "type": "external", "src": "_astro/run-reading.Biln0IRx.css" }], "routeData": { "route": "/runs/[id]/attempts/[attempt]", "isIndex": false, "type": "page", "pattern": "^\\/runs\\/([^/]+?)\\/attempts\\/([^/]+?)\\/$", "segments": [[{ "content": "runs", "dynamic": false, "spread": false }], [{ "content": "id", "dynamic": true, "spread": false }], [{ "content": "attempts", "dynamic": false, "spread": false }], [{ "content": "attempt", "dynamic": true, "spread": false }]], "params": ["id", "attempt"], "component": "src/pages/runs/[id]/attempts/[attempt].astro", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }, { "type": "external", "src": "_astro/runs.D56ccsMF.css" }, { "type": "external", "src": "_astro/run.CsxvBZIC.css" }, { "type": "external", "src": "_astro/run-reading.Biln0IRx.css" }], "routeData": { "route": "/runs/[id]", "isIndex": true, "type": "page", "pattern": "^\\/runs\\/([^/]+?)\\/$", "segments": [[{ "content": "runs", "dynamic": false, "spread": false }], [{ "content": "id", "dynamic": true, "spread": false }]], "params": ["id"], "component": "src/pages/runs/[id]/index.astro", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }, { "type": "external", "src": "_astro/runs.D56ccsMF.css" }], "routeData": { "route": "/runs", "isIndex": true, "type": "page", "pattern": "^\\/runs\\/$", "segments": [[{ "content": "runs", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/runs/index.astro", "pathname": "/runs", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/index.7iYfRV50.css" }, { "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/steps", "isIndex": true, "type": "page", "pattern": "^\\/steps\\/$", "segments": [[{ "content": "steps", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/steps/index.astro", "pathname": "/steps", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/workflows/[slug]", "isIndex": false, "type": "page", "pattern": "^\\/workflows\\/([^/]+?)\\/$", "segments": [[{ "content": "workflows", "dynamic": false, "spread": false }], [{ "content": "slug", "dynamic": true, "spread": false }]], "params": ["slug"], "component": "src/pages/workflows/[slug].astro", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/workflows", "isIndex": true, "type": "page", "pattern": "^\\/workflows\\/$", "segments": [[{ "content": "workflows", "dynamic": false, "spread": false }]], "params": [], "component": "src/pages/workflows/index.astro", "pathname": "/workflows", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }, { "file": "", "links": [], "scripts": [], "styles": [{ "type": "external", "src": "_astro/Page.ChtqB7Hy.css" }], "routeData": { "route": "/", "isIndex": true, "type": "page", "pattern": "^\\/$", "segments": [], "params": [], "component": "src/pages/index.astro", "pathname": "/", "prerender": false, "fallbackRoutes": [], "distURL": [], "origin": "project", "_meta": { "trailingSlash": "always" } } }], "serverLike": true, "middlewareMode": "classic", "base": "/__BASE__/", "trailingSlash": "always", "compressHTML": "jsx", "componentMetadata": [["/site/src/pages/runs/[id]/attempts/[attempt].astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/runs/[id]/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/404.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/api/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/costs/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/errors/[signature].astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/errors/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/health.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/operations/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/runs/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/steps/index.astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/workflows/[slug].astro", { "propagation": "none", "containsHead": true }], ["/site/src/pages/workflows/index.astro", { "propagation": "none", "containsHead": true }]], "renderers": [], "clientDirectives": [["idle", '(()=>{var l=(n,t)=>{let i=async()=>{await(await n())()},e=typeof t.value=="object"?t.value:void 0,s={timeout:e==null?void 0:e.timeout};"requestIdleCallback"in window?window.requestIdleCallback(i,s):setTimeout(i,s.timeout||200)};(self.Astro||(self.Astro={})).idle=l;window.dispatchEvent(new Event("astro:idle"));})();'], ["load", '(()=>{var e=async t=>{await(await t())()};(self.Astro||(self.Astro={})).load=e;window.dispatchEvent(new Event("astro:load"));})();'], ["media", '(()=>{var n=(a,t)=>{let i=async()=>{await(await a())()};if(t.value){let e=matchMedia(t.value);e.matches?i():e.addEventListener("change",i,{once:!0})}};(self.Astro||(self.Astro={})).media=n;window.dispatchEvent(new Event("astro:media"));})();'], ["only", '(()=>{var e=async t=>{await(await t())()};(self.Astro||(self.Astro={})).only=e;window.dispatchEvent(new Event("astro:only"));})();'], ["visible", '(()=>{var a=(s,i,o)=>{let r=async()=>{await(await s())()},t=typeof i.value=="object"?i.value:void 0,c={rootMargin:t==null?void 0:t.rootMargin},n=new IntersectionObserver(e=>{for(let l of e)if(l.isIntersecting){n.disconnect(),r();break}},c);for(let e of o.children)n.observe(e)};(self.Astro||(self.Astro={})).visible=a;window.dispatchEvent(new Event("astro:visible"));})();']], "entryModules": { "\0noop-middleware": "virtual_astro_middleware.mjs", "\0virtual:astro:server-island-manifest": "chunks/_virtual_astro_server-island-manifest.mjs", "\0virtual:astro:session-driver": "chunks/_virtual_astro_session-driver.mjs", "\0virtual:astro:actions/noop-entrypoint": "chunks/noop-entrypoint.mjs", "/site/src/renderer.ts": "entry.mjs", "\0virtual:astro:page:src/pages/404@_@astro": "chunks/404@_@astro.mjs", "\0virtual:astro:page:src/pages/runs/[id]/attempts/[attempt]@_@astro": "chunks/_attempt_@_@astro.mjs", "\0virtual:astro:page:src/pages/errors/[signature]@_@astro": "chunks/_signature_@_@astro.mjs", "\0virtual:astro:page:src/pages/workflows/[slug]@_@astro": "chunks/_slug_@_@astro.mjs", "\0virtual:astro:page:../node_modules/astro/dist/assets/endpoint/generic@_@js": "chunks/generic@_@js.mjs", "\0virtual:astro:page:src/pages/health@_@astro": "chunks/health@_@astro.mjs", "\0virtual:astro:page:src/pages/api/index@_@astro": "chunks/index@_@astro.mjs", "\0virtual:astro:page:src/pages/costs/index@_@astro": "chunks/index@_@astro2.mjs", "\0virtual:astro:page:src/pages/errors/index@_@astro": "chunks/index@_@astro3.mjs", "\0virtual:astro:page:src/pages/index@_@astro": "chunks/index@_@astro4.mjs", "\0virtual:astro:page:src/pages/operations/index@_@astro": "chunks/index@_@astro5.mjs", "\0virtual:astro:page:src/pages/runs/[id]/index@_@astro": "chunks/index@_@astro6.mjs", "\0virtual:astro:page:src/pages/runs/index@_@astro": "chunks/index@_@astro7.mjs", "\0virtual:astro:page:src/pages/steps/index@_@astro": "chunks/index@_@astro8.mjs", "\0virtual:astro:page:src/pages/workflows/index@_@astro": "chunks/index@_@astro9.mjs", "/node_modules/astro/dist/assets/services/noop.js": "chunks/noop.mjs", "/site/src/pages/404.astro?astro&type=script&index=0&lang.ts": "_astro/404.astro_astro_type_script_index_0_lang.CnxccHyT.js", "/site/src/layouts/Page.astro?astro&type=script&index=0&lang.ts": "_astro/Page.astro_astro_type_script_index_0_lang.D8mTOGxr.js", "/site/src/components/runs/RunPage.astro?astro&type=script&index=0&lang.ts": "_astro/RunPage.astro_astro_type_script_index_0_lang.Cm8D1lRp.js", "/site/src/components/runs/RunTimeline.astro?astro&type=script&index=0&lang.ts": "_astro/RunTimeline.astro_astro_type_script_index_0_lang.CVqxP6AM.js", "/site/src/components/SortTable.astro?astro&type=script&index=0&lang.ts": "_astro/SortTable.astro_astro_type_script_index_0_lang.m_5algzk.js", "/site/src/components/TrendChart.astro?astro&type=script&index=0&lang.ts": "_astro/TrendChart.astro_astro_type_script_index_0_lang.ByaqQVty.js", "/site/src/pages/health.astro?astro&type=script&index=0&lang.ts": "_astro/health.astro_astro_type_script_index_0_lang.wKmdfmFR.js", "/site/src/pages/runs/index.astro?astro&type=script&index=0&lang.ts": "_astro/index.astro_astro_type_script_index_0_lang.BdGPjb8O.js", "/site/src/pages/api/index.astro?astro&type=script&index=0&lang.ts": "_astro/index.astro_astro_type_script_index_0_lang.DgZT9YnF.js", "/site/src/client/chart.ts": "_astro/chart.Dxj47m8A.js", "astro:scripts/before-hydration.js": "" }, "inlinedScripts": [], "assets": ["/__BASE__/favicon.svg", "/__BASE__/theme.js", "/__BASE__/_astro/404.astro_astro_type_script_index_0_lang.CnxccHyT.js", "/__BASE__/_astro/Page.astro_astro_type_script_index_0_lang.D8mTOGxr.js", "/__BASE__/_astro/RunPage.astro_astro_type_script_index_0_lang.Cm8D1lRp.js", "/__BASE__/_astro/RunTimeline.astro_astro_type_script_index_0_lang.CVqxP6AM.js", "/__BASE__/_astro/SortTable.astro_astro_type_script_index_0_lang.m_5algzk.js", "/__BASE__/_astro/TrendChart.astro_astro_type_script_index_0_lang.ByaqQVty.js", "/__BASE__/_astro/chart.Dxj47m8A.js", "/__BASE__/_astro/format.DcIc63Ef.js", "/__BASE__/_astro/health.astro_astro_type_script_index_0_lang.wKmdfmFR.js", "/__BASE__/_astro/index.astro_astro_type_script_index_0_lang.BdGPjb8O.js", "/__BASE__/_astro/index.astro_astro_type_script_index_0_lang.DgZT9YnF.js", "/__BASE__/_astro/status-element.By017VRo.js", "/__BASE__/_astro/runs.D56ccsMF.css", "/__BASE__/_astro/run.CsxvBZIC.css", "/__BASE__/_astro/health.1uSByHhq.css", "/__BASE__/_astro/index.B3rlTtjh.css", "/__BASE__/_astro/errors.Dok_T4J1.css", "/__BASE__/_astro/index.JFIvScj6.css", "/__BASE__/_astro/index.7iYfRV50.css", "/__BASE__/_astro/Page.ChtqB7Hy.css", "/__BASE__/_astro/run-reading.Biln0IRx.css"], "buildFormat": "directory", "checkOrigin": true, "actionBodySizeLimit": 1048576, "serverIslandBodySizeLimit": 1048576, "allowedDomains": [], "key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "image": {}, "devToolbar": { "enabled": false, "debugInfoOutput": "" }, "logLevel": "error", "shouldInjectCspMetaTags": false });
var manifestRoutes = _manifest.routes;
var manifest = Object.assign(_manifest, {
  renderers,
  actions: () => Promise.resolve().then(() => (init_noop_entrypoint(), noop_entrypoint_exports)),
  middleware: () => Promise.resolve().then(() => (init_virtual_astro_middleware(), virtual_astro_middleware_exports)),
  sessionDriver: () => Promise.resolve().then(() => (init_virtual_astro_session_driver(), virtual_astro_session_driver_exports)),
  serverIslandMappings: () => Promise.resolve().then(() => (init_virtual_astro_server_island_manifest(), virtual_astro_server_island_manifest_exports)),
  routes: manifestRoutes,
  pageMap
});
function getAmbientManifest() {
  const manifest$1 = manifest;
  if (!manifest$1) throw new AstroError(NoManifestAvailable);
  return manifest$1;
}
var renderOptionsSymbol = /* @__PURE__ */ Symbol.for("astro.renderOptions");
function getRenderOptions(request) {
  return Reflect.get(request, renderOptionsSymbol);
}
function setRenderOptions(request, options) {
  Reflect.set(request, renderOptionsSymbol, options);
}
function defineMiddleware(fn) {
  return fn;
}
var FORM_CONTENT_TYPES = [
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain"
];
var SAFE_METHODS = [
  "GET",
  "HEAD",
  "OPTIONS"
];
function isForbiddenCrossOriginRequest(request, url, isPrerendered) {
  if (isPrerendered) return false;
  if (SAFE_METHODS.includes(request.method)) return false;
  const isSameOrigin = request.headers.get("origin") === url.origin;
  if (request.headers.has("content-type")) return hasFormLikeHeader(request.headers.get("content-type")) && !isSameOrigin;
  return !isSameOrigin;
}
function createCrossOriginForbiddenResponse(request) {
  return new Response(`Cross-site ${request.method} form submissions are forbidden`, { status: 403 });
}
function createOriginCheckMiddleware() {
  return defineMiddleware((context, next) => {
    const { request, url, isPrerendered } = context;
    if (isForbiddenCrossOriginRequest(request, url, isPrerendered)) return createCrossOriginForbiddenResponse(request);
    return next();
  });
}
function hasFormLikeHeader(contentType) {
  if (contentType) {
    for (const FORM_CONTENT_TYPE of FORM_CONTENT_TYPES) if (contentType.toLowerCase().includes(FORM_CONTENT_TYPE)) return true;
  }
  return false;
}
var FetchFeatures = {
  redirects: 1,
  sessions: 2,
  actions: 4,
  middleware: 8,
  i18n: 16,
  cache: 32
};
var ALL_FETCH_FEATURES = FetchFeatures.redirects | FetchFeatures.sessions | FetchFeatures.actions | FetchFeatures.middleware | FetchFeatures.i18n | FetchFeatures.cache;
var usedFeatures = /* @__PURE__ */ new WeakMap();
function markFeatureUsed(manifest2, feature) {
  const entry = usedFeatures.get(manifest2);
  if (entry) entry.bits |= feature;
  else usedFeatures.set(manifest2, { bits: feature });
}
function getUsedFeatures(manifest2) {
  return usedFeatures.get(manifest2)?.bits ?? 0;
}
var MAX_ARRAY_LEN = 2 ** 32 - 1;
var MAX_ARRAY_INDEX = MAX_ARRAY_LEN - 1;
var DevalueError = class extends Error {
  /**
  * @param {string} message
  * @param {string[]} keys
  * @param {any} [value] - The value that failed to be serialized
  * @param {any} [root] - The root value being serialized
  */
  constructor(message, keys, value, root) {
    super(message);
    this.name = "DevalueError";
    this.path = keys.join("");
    this.value = value;
    this.root = root;
  }
};
var object_proto_names = /* @__PURE__ */ Object.getOwnPropertyNames(Object.prototype).sort().join("\0");
function is_plain_object(thing) {
  const proto = Object.getPrototypeOf(thing);
  return proto === Object.prototype || proto === null || Object.getPrototypeOf(proto) === null || Object.getOwnPropertyNames(proto).sort().join("\0") === object_proto_names;
}
function get_type(thing) {
  return Object.prototype.toString.call(thing).slice(8, -1);
}
function is_buffer(thing) {
  return typeof Buffer !== "undefined" && Buffer.isBuffer(thing);
}
function get_escaped_char(char) {
  switch (char) {
    case '"':
      return '\\"';
    case "<":
      return "\\u003C";
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "	":
      return "\\t";
    case "\b":
      return "\\b";
    case "\f":
      return "\\f";
    case "\u2028":
      return "\\u2028";
    case "\u2029":
      return "\\u2029";
    default:
      return char < " " ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : "";
  }
}
function stringify_string(str) {
  let result = "";
  let last_pos = 0;
  const len = str.length;
  for (let i2 = 0; i2 < len; i2 += 1) {
    const char = str[i2];
    const replacement = get_escaped_char(char);
    if (replacement) {
      result += str.slice(last_pos, i2) + replacement;
      last_pos = i2 + 1;
    }
  }
  return `"${last_pos === 0 ? str : result + str.slice(last_pos)}"`;
}
function enumerable_symbols(object) {
  return Object.getOwnPropertySymbols(object).filter((symbol) => Object.getOwnPropertyDescriptor(object, symbol).enumerable);
}
var is_identifier = /^[a-zA-Z_$][a-zA-Z_$0-9]*$/;
function stringify_key(key) {
  return is_identifier.test(key) ? "." + key : "[" + JSON.stringify(key) + "]";
}
function is_valid_array_index(n2) {
  if (!Number.isInteger(n2)) return false;
  if (n2 < 0) return false;
  if (n2 > MAX_ARRAY_INDEX) return false;
  return true;
}
function is_valid_array_len(n2) {
  if (!Number.isInteger(n2)) return false;
  if (n2 < 0) return false;
  if (n2 > MAX_ARRAY_LEN) return false;
  return true;
}
function is_valid_array_index_string(s2) {
  if (s2.length === 0) return false;
  if (s2.length > 1 && s2.charCodeAt(0) === 48) return false;
  for (let i2 = 0; i2 < s2.length; i2++) {
    const c = s2.charCodeAt(i2);
    if (c < 48 || c > 57) return false;
  }
  return is_valid_array_index(+s2);
}
function array_index_cut(keys) {
  for (var i2 = keys.length - 1; i2 >= 0; i2--) if (is_valid_array_index_string(keys[i2])) break;
  return i2 + 1;
}
function valid_array_indices(array2) {
  const keys = Object.keys(array2);
  keys.length = array_index_cut(keys);
  return keys;
}
function encode_native(array_buffer) {
  return new Uint8Array(array_buffer).toBase64();
}
function decode_native(base642) {
  return Uint8Array.fromBase64(base642).buffer;
}
function encode_buffer(array_buffer) {
  return Buffer.from(array_buffer).toString("base64");
}
function decode_buffer(base642) {
  return Uint8Array.from(Buffer.from(base642, "base64")).buffer;
}
function encode_legacy(array_buffer) {
  const array2 = new Uint8Array(array_buffer);
  let binary2 = "";
  const chunk_size = 32768;
  for (let i2 = 0; i2 < array2.length; i2 += chunk_size) {
    const chunk = array2.subarray(i2, i2 + chunk_size);
    binary2 += String.fromCharCode.apply(null, chunk);
  }
  return btoa(binary2);
}
function decode_legacy(base642) {
  const binary_string = atob(base642);
  const len = binary_string.length;
  const array2 = new Uint8Array(len);
  for (let i2 = 0; i2 < len; i2++) array2[i2] = binary_string.charCodeAt(i2);
  return array2.buffer;
}
var native = typeof Uint8Array.fromBase64 === "function";
var buffer = typeof process === "object" && process.versions?.node !== void 0;
var encode64 = native ? encode_native : buffer ? encode_buffer : encode_legacy;
var decode64 = native ? decode_native : buffer ? decode_buffer : decode_legacy;
function merge_operations(defaults, overrides) {
  if (!overrides) return defaults;
  const merged = {};
  for (const key of Object.keys(defaults)) merged[key] = overrides[key] ?? defaults[key];
  return merged;
}
var NOT_PLAIN = /* @__PURE__ */ Object.freeze({ kind: "not-plain" });
var SYMBOL_KEYS = /* @__PURE__ */ Object.freeze({ kind: "symbol-keys" });
var default_stringify_operations = /* @__PURE__ */ Object.freeze({
  identify: (value) => value,
  typeOf: (value) => value === null ? "null" : typeof value,
  toPrimitive: (value) => value,
  tagOf: (value) => get_type(value),
  isThenable: (value) => typeof value.then === "function",
  toPromise: (thenable) => Promise.resolve(thenable),
  unbox: (boxed) => boxed.valueOf(),
  toISOString: (date2) => isNaN(date2.getDate()) ? "" : date2.toISOString(),
  toStringValue: (value) => value.toString(),
  regExpInfo: (regexp) => ({
    source: regexp.source,
    flags: regexp.flags
  }),
  valuesOf: (set) => set,
  entriesOf: (map) => map,
  viewInfo: (view) => {
    if (is_buffer(view)) view = new Uint8Array(view);
    return {
      buffer: view.buffer,
      byteOffset: view.byteOffset,
      byteLength: view.byteLength,
      length: view.length,
      bufferByteLength: view.buffer.byteLength
    };
  },
  toArrayBuffer: (buffer2) => buffer2,
  lengthOf: (array2) => array2.length,
  hasOwn: (value, key) => Object.hasOwn(value, key),
  indicesOf: (array2) => valid_array_indices(array2),
  shapeOf: (value) => {
    if (!is_plain_object(value)) return NOT_PLAIN;
    if (enumerable_symbols(value).length > 0) return SYMBOL_KEYS;
    return {
      kind: Object.getPrototypeOf(value) === null ? "null-proto" : "plain",
      keys: Object.keys(value)
    };
  },
  get: (value, key) => value[key]
});
var array_buffer_byte_length = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get;
var shared_array_buffer_byte_length = typeof SharedArrayBuffer === "undefined" ? void 0 : Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype, "byteLength").get;
var default_parse_operations = /* @__PURE__ */ Object.freeze({
  fromPrimitive: (primitive) => primitive,
  fromISOString: (iso) => new Date(iso),
  fromStringValue: (tag, text) => {
    if (tag === "URL") return new URL(text);
    if (tag === "URLSearchParams") return new URLSearchParams(text);
    return Temporal[tag.slice(9)].from(text);
  },
  fromArrayBuffer: (buffer2) => buffer2,
  fromRegExpInfo: (source, flags) => new RegExp(source, flags),
  fromViewInfo: (tag, buffer2, byteOffset, length) => {
    try {
      array_buffer_byte_length.call(buffer2);
    } catch (error3) {
      if (!shared_array_buffer_byte_length) throw error3;
      shared_array_buffer_byte_length.call(buffer2);
    }
    const Constructor = globalThis[tag];
    return byteOffset !== void 0 ? new Constructor(buffer2, byteOffset, length) : new Constructor(buffer2);
  },
  box: (value) => Object(value),
  createArray: (length) => new Array(length),
  createSparseArray: (length) => {
    const array2 = [];
    array2[MAX_ARRAY_INDEX] = void 0;
    delete array2[MAX_ARRAY_INDEX];
    array2.length = length;
    return array2;
  },
  createObject: () => ({}),
  createNullPrototypeObject: () => /* @__PURE__ */ Object.create(null),
  createSet: () => /* @__PURE__ */ new Set(),
  createMap: () => /* @__PURE__ */ new Map(),
  set: (target, key, value) => {
    target[key] = value;
  },
  addValue: (set, value) => {
    set.add(value);
  },
  addEntry: (map, key, value) => {
    map.set(key, value);
  }
});
function parse2(serialized, revivers, options) {
  return unflatten(JSON.parse(serialized), revivers, options);
}
function unflatten(parsed, revivers, options) {
  const ops = merge_operations(default_parse_operations, options?.operations);
  if (typeof parsed === "number") return hydrate(parsed, true);
  if (!Array.isArray(parsed) || parsed.length === 0) throw new Error("Invalid input");
  const values = parsed;
  const hydrated = Array(values.length);
  let hydrating = null;
  function hydrate(index, standalone = false) {
    if (index === -1) return ops.fromPrimitive(void 0);
    if (index === -3) return ops.fromPrimitive(NaN);
    if (index === -4) return ops.fromPrimitive(Infinity);
    if (index === -5) return ops.fromPrimitive(-Infinity);
    if (index === -6) return ops.fromPrimitive(-0);
    if (standalone || typeof index !== "number") throw new Error(`Invalid input`);
    if (index in hydrated) return hydrated[index];
    if (index >= values.length) throw new Error(`Invalid input`);
    const value = values[index];
    if (!value || typeof value !== "object") hydrated[index] = ops.fromPrimitive(value);
    else if (Array.isArray(value)) {
      if (typeof value[0] === "string") {
        const type = value[0];
        const reviver = revivers && Object.hasOwn(revivers, type) ? revivers[type] : void 0;
        if (reviver) {
          let i2 = value[1];
          if (typeof i2 !== "number") i2 = values.push(value[1]) - 1;
          if (Object.hasOwn(hydrated, i2)) return hydrated[index] = reviver(hydrated[i2]);
          hydrating ??= /* @__PURE__ */ new Set();
          if (hydrating.has(i2)) throw new Error("Invalid circular reference");
          hydrating.add(i2);
          hydrated[index] = reviver(hydrate(i2));
          hydrating.delete(i2);
          return hydrated[index];
        }
        switch (type) {
          case "Date":
            hydrated[index] = ops.fromISOString(value[1]);
            break;
          case "Set":
            const set = ops.createSet();
            hydrated[index] = set;
            for (let i2 = 1; i2 < value.length; i2 += 1) ops.addValue(set, hydrate(value[i2]));
            break;
          case "Map":
            const map = ops.createMap();
            hydrated[index] = map;
            for (let i2 = 1; i2 < value.length; i2 += 2) ops.addEntry(map, hydrate(value[i2]), hydrate(value[i2 + 1]));
            break;
          case "RegExp":
            hydrated[index] = ops.fromRegExpInfo(value[1], value[2]);
            break;
          case "Object": {
            const wrapped_index = value[1];
            if (typeof values[wrapped_index] === "object" && values[wrapped_index][0] !== "BigInt") throw new Error("Invalid input");
            hydrated[index] = ops.box(hydrate(wrapped_index));
            break;
          }
          case "BigInt":
            hydrated[index] = ops.fromPrimitive(BigInt(value[1]));
            break;
          case "null":
            const obj = ops.createNullPrototypeObject();
            hydrated[index] = obj;
            for (let i2 = 1; i2 < value.length; i2 += 2) {
              const key = value[i2];
              if (typeof key !== "string") throw new Error("Cannot parse an object with a non-string key");
              if (key === "__proto__") throw new Error("Cannot parse an object with a `__proto__` property");
              ops.set(obj, key, hydrate(value[i2 + 1]));
            }
            break;
          case "Int8Array":
          case "Uint8Array":
          case "Uint8ClampedArray":
          case "Int16Array":
          case "Uint16Array":
          case "Float16Array":
          case "Int32Array":
          case "Uint32Array":
          case "Float32Array":
          case "Float64Array":
          case "BigInt64Array":
          case "BigUint64Array":
          case "DataView": {
            if (values[value[1]][0] !== "ArrayBuffer") throw new Error("Invalid data");
            const buffer2 = hydrate(value[1]);
            hydrated[index] = ops.fromViewInfo(type, buffer2, value[2], value[3]);
            break;
          }
          case "ArrayBuffer": {
            const base642 = value[1];
            if (typeof base642 !== "string") throw new Error("Invalid ArrayBuffer encoding");
            hydrated[index] = ops.fromArrayBuffer(decode64(base642));
            break;
          }
          case "URL":
          case "URLSearchParams":
          case "Temporal.Duration":
          case "Temporal.Instant":
          case "Temporal.PlainDate":
          case "Temporal.PlainTime":
          case "Temporal.PlainDateTime":
          case "Temporal.PlainMonthDay":
          case "Temporal.PlainYearMonth":
          case "Temporal.ZonedDateTime":
            hydrated[index] = ops.fromStringValue(type, value[1]);
            break;
          default:
            throw new Error(`Unknown type ${type}`);
        }
      } else if (value[0] === -7) {
        const len = value[1];
        if (!is_valid_array_len(len)) throw new Error("Invalid input");
        const array2 = ops.createSparseArray(len);
        hydrated[index] = array2;
        for (let i2 = 2; i2 < value.length; i2 += 2) {
          const idx = value[i2];
          if (!is_valid_array_index(idx) || idx >= len) throw new Error("Invalid input");
          ops.set(array2, idx, hydrate(value[i2 + 1]));
        }
      } else {
        const array2 = ops.createArray(value.length);
        hydrated[index] = array2;
        for (let i2 = 0; i2 < value.length; i2 += 1) {
          const n2 = value[i2];
          if (n2 === -2) continue;
          ops.set(array2, i2, hydrate(n2));
        }
      }
    } else {
      const object = ops.createObject();
      hydrated[index] = object;
      for (const key of Object.keys(value)) {
        if (key === "__proto__") throw new Error("Cannot parse an object with a `__proto__` property");
        ops.set(object, key, hydrate(value[key]));
      }
    }
    return hydrated[index];
  }
  return hydrate(0);
}
function stringify(value, reducers, options) {
  const stringified = run(false, value, reducers, options);
  return typeof stringified === "string" ? stringified : `[${stringified.join(",")}]`;
}
function run(async, value, reducers, options) {
  const ops = merge_operations(default_stringify_operations, options?.operations);
  const stringified = [];
  const indexes = /* @__PURE__ */ new Map();
  const custom = [];
  if (reducers) for (const key of Object.getOwnPropertyNames(reducers)) custom.push({
    key,
    fn: reducers[key]
  });
  const keys = [];
  let p = 0;
  function flatten(thing, index2) {
    const type = ops.typeOf(thing);
    if (type === "undefined") return -1;
    let number2;
    if (type === "number") {
      number2 = ops.toPrimitive(thing);
      if (Number.isNaN(number2)) return -3;
      if (number2 === Infinity) return -4;
      if (number2 === -Infinity) return -5;
      if (number2 === 0 && 1 / number2 < 0) return -6;
    }
    const id = ops.identify(thing);
    if (indexes.has(id)) return indexes.get(id);
    index2 ??= p++;
    indexes.set(id, index2);
    for (const { key, fn } of custom) {
      const value2 = fn(thing);
      if (value2) {
        stringified[index2] = `["${key}",${flatten(value2)}]`;
        return index2;
      }
    }
    if (type === "function") throw new DevalueError(`Cannot stringify a function`, keys, thing, value);
    else if (type === "symbol") throw new DevalueError(`Cannot stringify a Symbol primitive`, keys, thing, value);
    let str = "";
    if (type !== "object") str = stringify_primitive(type === "number" ? number2 : ops.toPrimitive(thing));
    else if (ops.isThenable(thing)) {
      if (!async) throw new DevalueError(`Cannot stringify a Promise or thenable \u2014 use stringifyAsync instead`, keys, thing, value);
      str = ops.toPromise(thing).then((value2) => {
        const i2 = flatten(value2, index2);
        if (i2 < 0) stringified[index2] = i2;
      });
      str.catch(() => {
      });
    } else {
      const tag = ops.tagOf(thing);
      switch (tag) {
        case "Number":
        case "String":
        case "Boolean":
        case "BigInt":
          str = `["Object",${flatten(ops.unbox(thing))}]`;
          break;
        case "Date":
          str = `["Date","${ops.toISOString(thing)}"]`;
          break;
        case "URL":
          str = `["URL",${stringify_string(ops.toStringValue(thing))}]`;
          break;
        case "URLSearchParams":
          str = `["URLSearchParams",${stringify_string(ops.toStringValue(thing))}]`;
          break;
        case "RegExp":
          const { source, flags } = ops.regExpInfo(thing);
          str = flags ? `["RegExp",${stringify_string(source)},"${flags}"]` : `["RegExp",${stringify_string(source)}]`;
          break;
        case "Array": {
          let mostly_dense = false;
          const length = ops.lengthOf(thing);
          str = "[";
          for (let i2 = 0; i2 < length; i2 += 1) {
            if (i2 > 0) str += ",";
            if (ops.hasOwn(thing, i2)) {
              keys.push(`[${i2}]`);
              str += flatten(ops.get(thing, i2));
              keys.pop();
            } else if (mostly_dense) str += -2;
            else {
              const populated_keys = ops.indicesOf(thing);
              const population = populated_keys.length;
              const d = String(length).length;
              if ((length - population) * 3 > 4 + d + population * (d + 1)) {
                str = "[-7," + length;
                for (let j = 0; j < populated_keys.length; j++) {
                  const key = populated_keys[j];
                  keys.push(`[${key}]`);
                  str += "," + key + "," + flatten(ops.get(thing, key));
                  keys.pop();
                }
                break;
              } else {
                mostly_dense = true;
                str += -2;
              }
            }
          }
          str += "]";
          break;
        }
        case "Set":
          str = '["Set"';
          for (const value2 of ops.valuesOf(thing)) str += `,${flatten(value2)}`;
          str += "]";
          break;
        case "Map":
          str = '["Map"';
          for (const [key, value2] of ops.entriesOf(thing)) {
            const key_type = ops.typeOf(key);
            const key_is_primitive = key_type !== "object" && key_type !== "function" && key_type !== "symbol";
            keys.push(`.get(${key_is_primitive ? stringify_primitive(ops.toPrimitive(key)) : "..."})`);
            str += `,${flatten(key)},${flatten(value2)}`;
            keys.pop();
          }
          str += "]";
          break;
        case "Int8Array":
        case "Uint8Array":
        case "Uint8ClampedArray":
        case "Int16Array":
        case "Uint16Array":
        case "Float16Array":
        case "Int32Array":
        case "Uint32Array":
        case "Float32Array":
        case "Float64Array":
        case "BigInt64Array":
        case "BigUint64Array": {
          const info2 = ops.viewInfo(thing);
          str = '["' + tag + '",' + flatten(info2.buffer);
          if (info2.byteLength !== info2.bufferByteLength) str += `,${info2.byteOffset},${info2.length}`;
          str += "]";
          break;
        }
        case "DataView": {
          const info2 = ops.viewInfo(thing);
          str = '["' + tag + '",' + flatten(info2.buffer);
          if (info2.byteLength !== info2.bufferByteLength) str += `,${info2.byteOffset},${info2.byteLength}`;
          str += "]";
          break;
        }
        case "ArrayBuffer":
          str = `["ArrayBuffer","${encode64(ops.toArrayBuffer(thing))}"]`;
          break;
        case "Temporal.Duration":
        case "Temporal.Instant":
        case "Temporal.PlainDate":
        case "Temporal.PlainTime":
        case "Temporal.PlainDateTime":
        case "Temporal.PlainMonthDay":
        case "Temporal.PlainYearMonth":
        case "Temporal.ZonedDateTime":
          str = `["${tag}",${stringify_string(ops.toStringValue(thing))}]`;
          break;
        default: {
          const shape = ops.shapeOf(thing);
          if (shape.kind === "not-plain") throw new DevalueError(`Cannot stringify arbitrary non-POJOs`, keys, thing, value);
          if (shape.kind === "symbol-keys") throw new DevalueError(`Cannot stringify POJOs with symbolic keys`, keys, thing, value);
          if (shape.kind === "null-proto") {
            str = '["null"';
            for (const key of shape.keys) {
              if (key === "__proto__") throw new DevalueError(`Cannot stringify objects with __proto__ keys`, keys, thing, value);
              keys.push(stringify_key(key));
              str += `,${stringify_string(key)},${flatten(ops.get(thing, key))}`;
              keys.pop();
            }
            str += "]";
          } else {
            str = "{";
            let started2 = false;
            for (const key of shape.keys) {
              if (key === "__proto__") throw new DevalueError(`Cannot stringify objects with __proto__ keys`, keys, thing, value);
              if (started2) str += ",";
              started2 = true;
              keys.push(stringify_key(key));
              str += `${stringify_string(key)}:${flatten(ops.get(thing, key))}`;
              keys.pop();
            }
            str += "}";
          }
        }
      }
    }
    stringified[index2] = str;
    return index2;
  }
  const index = flatten(value);
  if (index < 0) return `${index}`;
  return stringified;
}
function stringify_primitive(thing) {
  const type = typeof thing;
  if (type === "string") return stringify_string(thing);
  if (thing === void 0) return (-1).toString();
  if (thing === 0 && 1 / thing < 0) return (-6).toString();
  if (type === "bigint") return `["BigInt","${thing}"]`;
  return String(thing);
}
function shouldAppendForwardSlash(trailingSlash, buildFormat) {
  switch (trailingSlash) {
    case "always":
      return true;
    case "never":
      return false;
    case "ignore":
      switch (buildFormat) {
        case "directory":
          return true;
        case "preserve":
        case "file":
          return false;
      }
  }
}
var ACTION_QUERY_PARAMS = {
  actionName: "_action",
  actionPayload: "_astroActionPayload"
};
var codeToStatusMap = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  PROXY_AUTHENTICATION_REQUIRED: 407,
  REQUEST_TIMEOUT: 408,
  CONFLICT: 409,
  GONE: 410,
  LENGTH_REQUIRED: 411,
  PRECONDITION_FAILED: 412,
  CONTENT_TOO_LARGE: 413,
  URI_TOO_LONG: 414,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RANGE_NOT_SATISFIABLE: 416,
  EXPECTATION_FAILED: 417,
  MISDIRECTED_REQUEST: 421,
  UNPROCESSABLE_CONTENT: 422,
  LOCKED: 423,
  FAILED_DEPENDENCY: 424,
  TOO_EARLY: 425,
  UPGRADE_REQUIRED: 426,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  REQUEST_HEADER_FIELDS_TOO_LARGE: 431,
  UNAVAILABLE_FOR_LEGAL_REASONS: 451,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
  HTTP_VERSION_NOT_SUPPORTED: 505,
  VARIANT_ALSO_NEGOTIATES: 506,
  INSUFFICIENT_STORAGE: 507,
  LOOP_DETECTED: 508,
  NETWORK_AUTHENTICATION_REQUIRED: 511
};
var statusToCodeMap = Object.fromEntries(Object.entries(codeToStatusMap).map(([key, value]) => [value, key]));
var ActionError = class ActionError2 extends Error {
  type = "AstroActionError";
  code = "INTERNAL_SERVER_ERROR";
  status = 500;
  constructor(params) {
    super(params.message);
    this.code = params.code;
    this.status = ActionError2.codeToStatus(params.code);
    if (params.stack) this.stack = params.stack;
  }
  static codeToStatus(code) {
    return codeToStatusMap[code];
  }
  static statusToCode(status) {
    return statusToCodeMap[status] ?? "INTERNAL_SERVER_ERROR";
  }
  static fromJson(body) {
    if (isInputError(body)) return new ActionInputError(body.issues);
    if (isActionError(body)) return new ActionError2(body);
    return new ActionError2({ code: "INTERNAL_SERVER_ERROR" });
  }
};
function isActionError(error3) {
  return typeof error3 === "object" && error3 != null && "type" in error3 && error3.type === "AstroActionError";
}
function isInputError(error3) {
  return typeof error3 === "object" && error3 != null && "type" in error3 && error3.type === "AstroActionInputError" && "issues" in error3 && Array.isArray(error3.issues);
}
var ActionInputError = class extends ActionError {
  type = "AstroActionInputError";
  issues;
  fields;
  constructor(issues) {
    super({
      message: `Failed to validate: ${JSON.stringify(issues, null, 2)}`,
      code: "BAD_REQUEST"
    });
    this.issues = issues;
    this.fields = {};
    for (const issue2 of issues) if (issue2.path.length > 0) {
      const key = issue2.path[0].toString();
      this.fields[key] ??= [];
      this.fields[key]?.push(issue2.message);
    }
  }
};
function deserializeActionResult(res) {
  if (res.type === "error") {
    let json;
    try {
      json = JSON.parse(res.body);
    } catch {
      return {
        data: void 0,
        error: new ActionError({
          message: res.body,
          code: "INTERNAL_SERVER_ERROR"
        })
      };
    }
    if (Object.assign({
      "ASSETS_PREFIX": void 0,
      "BASE_URL": "/__BASE__/",
      "DEV": false,
      "MODE": "production",
      "PROD": true,
      "SITE": void 0,
      "SSR": true
    }, {})?.PROD) return {
      error: ActionError.fromJson(json),
      data: void 0
    };
    else {
      const error3 = ActionError.fromJson(json);
      error3.stack = actionResultErrorStack.get();
      return {
        error: error3,
        data: void 0
      };
    }
  }
  if (res.type === "empty") return {
    data: void 0,
    error: void 0
  };
  return {
    data: parse2(res.body, { URL: (href2) => new URL(href2) }),
    error: void 0
  };
}
var actionResultErrorStack = /* @__PURE__ */ (function actionResultErrorStackFn() {
  let errorStack;
  return {
    set(stack) {
      errorStack = stack;
    },
    get() {
      return errorStack;
    }
  };
})();
function getActionQueryString(name) {
  return `?${new URLSearchParams({ [ACTION_QUERY_PARAMS.actionName]: name }).toString()}`;
}
function hasActionPayload(locals) {
  return "_actionPayload" in locals;
}
function createGetActionResult(locals) {
  return (actionFn) => {
    if (!hasActionPayload(locals) || actionFn.toString() !== getActionQueryString(locals._actionPayload.actionName)) return;
    return deserializeActionResult(locals._actionPayload.actionResult);
  };
}
function createCallAction(context) {
  return (baseAction, input) => {
    Reflect.set(context, ACTION_API_CONTEXT_SYMBOL, true);
    return baseAction.bind(context)(input);
  };
}
var cookieNameRegExp = /^[\u0021-\u003A\u003C\u003E-\u007E]+$/;
var cookieValueRegExp = /^[\u0021-\u003A\u003C-\u007E]*$/;
var cookieOctetInvalidRegExp = /[\u0000-\u0020\u007F-\uFFFF",;\\%]/;
var domainValueRegExp = /^([.]?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)([.][a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
var pathValueRegExp = /^[\u0020-\u003A\u003D-\u007E]*$/;
var NullObject = /* @__PURE__ */ (() => {
  const C = function() {
  };
  C.prototype = /* @__PURE__ */ Object.create(null);
  return C;
})();
function parseCookie(str, options) {
  const obj = new NullObject();
  const len = str.length;
  if (len < 2) return obj;
  const dec = options?.decode ?? defaultDecode;
  let index = 0;
  do {
    const eqIdx = eqIndex(str, index, len);
    if (eqIdx === len) break;
    const endIdx = endIndex(str, index, len);
    if (eqIdx > endIdx) {
      index = str.lastIndexOf(";", eqIdx - 1) + 1;
      continue;
    }
    const key = valueSlice(str, index, eqIdx);
    if (obj[key] === void 0) obj[key] = dec(valueSlice(str, eqIdx + 1, endIdx));
    index = endIdx + 1;
  } while (index < len);
  return obj;
}
function stringifySetCookie(cookie, options) {
  const enc = options?.encode ?? defaultEncode;
  if (!cookieNameRegExp.test(cookie.name)) throw new TypeError(`cookie name is invalid: ${cookie.name}`);
  const value = cookie.value == null ? "" : enc(cookie.value);
  if (enc !== defaultEncode && !cookieValueRegExp.test(value)) throw new TypeError(`cookie value is invalid: ${cookie.value}`);
  let str = cookie.name + "=" + value;
  if (cookie.maxAge !== void 0) {
    if (!Number.isSafeInteger(cookie.maxAge)) throw new TypeError(`cookie maxAge is invalid: ${cookie.maxAge}`);
    str += "; Max-Age=" + cookie.maxAge;
  }
  if (cookie.domain) {
    if (!domainValueRegExp.test(cookie.domain)) throw new TypeError(`cookie domain is invalid: ${cookie.domain}`);
    str += "; Domain=" + cookie.domain;
  }
  if (cookie.path) {
    if (!pathValueRegExp.test(cookie.path)) throw new TypeError(`cookie path is invalid: ${cookie.path}`);
    str += "; Path=" + cookie.path;
  }
  if (cookie.expires) {
    const year = cookie.expires.getUTCFullYear();
    if (!(year >= 1601 && year <= 9999)) throw new TypeError(`cookie expires is invalid: ${cookie.expires}`);
    str += "; Expires=" + cookie.expires.toUTCString();
  }
  if (cookie.httpOnly) str += "; HttpOnly";
  if (cookie.secure) str += "; Secure";
  if (cookie.partitioned) str += "; Partitioned";
  if (cookie.priority) switch (typeof cookie.priority === "string" ? cookie.priority.toLowerCase() : void 0) {
    case "low":
      str += "; Priority=Low";
      break;
    case "medium":
      str += "; Priority=Medium";
      break;
    case "high":
      str += "; Priority=High";
      break;
    default:
      throw new TypeError(`cookie priority is invalid: ${cookie.priority}`);
  }
  if (cookie.sameSite) switch (typeof cookie.sameSite === "string" ? cookie.sameSite.toLowerCase() : cookie.sameSite) {
    case true:
    case "strict":
      str += "; SameSite=Strict";
      break;
    case "lax":
      str += "; SameSite=Lax";
      break;
    case "none":
      str += "; SameSite=None";
      break;
    default:
      throw new TypeError(`cookie sameSite is invalid: ${cookie.sameSite}`);
  }
  return str;
}
function endIndex(str, min, len) {
  const index = str.indexOf(";", min);
  return index === -1 ? len : index;
}
function eqIndex(str, min, len) {
  const index = str.indexOf("=", min);
  return index === -1 ? len : index;
}
function valueSlice(str, min, max) {
  if (min === max) return "";
  let start = min;
  let end = max;
  do {
    const code = str.charCodeAt(start);
    if (code !== 32 && code !== 9) break;
  } while (++start < end);
  while (end > start) {
    const code = str.charCodeAt(end - 1);
    if (code !== 32 && code !== 9) break;
    end--;
  }
  return str.slice(start, end);
}
function defaultDecode(str) {
  if (str.indexOf("%") === -1) return str;
  try {
    return decodeURIComponent(str);
  } catch (e2) {
    return str;
  }
}
function defaultEncode(str) {
  return cookieOctetInvalidRegExp.test(str) ? encodeURIComponent(str) : str;
}
var DELETED_EXPIRATION = /* @__PURE__ */ new Date(0);
var DELETED_VALUE = "deleted";
var responseSentSymbol2 = /* @__PURE__ */ Symbol.for("astro.responseSent");
var identity = (value) => value;
var AstroCookie = class {
  value;
  constructor(value) {
    this.value = value;
  }
  json() {
    if (this.value === void 0) throw new Error(`Cannot convert undefined to an object.`);
    return JSON.parse(this.value);
  }
  number() {
    return Number(this.value);
  }
  boolean() {
    if (this.value === "false") return false;
    if (this.value === "0") return false;
    return Boolean(this.value);
  }
};
var AstroCookies = class {
  #request;
  #requestValues;
  #outgoing;
  #consumed;
  #logger;
  constructor(request, logger) {
    this.#request = request;
    this.#requestValues = null;
    this.#outgoing = null;
    this.#consumed = false;
    this.#logger = logger;
  }
  /**
  * Astro.cookies.delete(key) is used to delete a cookie. Using this method will result
  * in a Set-Cookie header added to the response.
  * @param key The cookie to delete
  * @param options Options related to this deletion, such as the path of the cookie.
  */
  delete(key, options) {
    this.#ensureOutgoingMap().set(key, [
      DELETED_VALUE,
      stringifySetCookie({
        ...options,
        name: key,
        value: DELETED_VALUE,
        expires: DELETED_EXPIRATION,
        maxAge: void 0
      }),
      false
    ]);
  }
  /**
  * Astro.cookies.get(key) is used to get a cookie value. The cookie value is read from the
  * request. If you have set a cookie via Astro.cookies.set(key, value), the value will be taken
  * from that set call, overriding any values already part of the request.
  * @param key The cookie to get.
  * @returns An object containing the cookie value as well as convenience methods for converting its value.
  */
  get(key, options = void 0) {
    if (this.#outgoing?.has(key)) {
      let [serializedValue, , isSetValue] = this.#outgoing.get(key);
      if (isSetValue) return new AstroCookie(serializedValue);
      else return;
    }
    const decode3 = options?.decode ?? decodeURIComponent;
    const values = this.#ensureParsed();
    if (key in values) {
      const value = values[key];
      if (value) {
        let decodedValue;
        try {
          decodedValue = decode3(value);
        } catch (_error) {
          decodedValue = value;
        }
        return new AstroCookie(decodedValue);
      }
    }
  }
  /**
  * Astro.cookies.has(key) returns a boolean indicating whether this cookie is either
  * part of the initial request or set via Astro.cookies.set(key)
  * @param key The cookie to check for.
  * @param _options This parameter is no longer used.
  * @returns
  */
  has(key, _options) {
    if (this.#outgoing?.has(key)) {
      let [, , isSetValue] = this.#outgoing.get(key);
      return isSetValue;
    }
    return this.#ensureParsed()[key] !== void 0;
  }
  /**
  * Astro.cookies.set(key, value) is used to set a cookie's value. If provided
  * an object it will be stringified via JSON.stringify(value). Additionally you
  * can provide options customizing how this cookie will be set, such as setting httpOnly
  * in order to prevent the cookie from being read in client-side JavaScript.
  * @param key The name of the cookie to set.
  * @param value A value, either a string or other primitive or an object.
  * @param options Options for the cookie, such as the path and security settings.
  */
  set(key, value, options) {
    if (this.#consumed) this.#logger.warn("SKIP_FORMAT", "Astro.cookies.set() was called after the cookies had already been sent to the browser.\nThis may have happened if this method was called in an imported component.\nPlease make sure that Astro.cookies.set() is only called in the frontmatter of the main page.");
    let serializedValue;
    if (typeof value === "string") serializedValue = value;
    else {
      let toStringValue = value.toString();
      if (toStringValue === Object.prototype.toString.call(value)) serializedValue = JSON.stringify(value);
      else serializedValue = toStringValue;
    }
    const { encode: encode3, ...attributes } = options ?? {};
    this.#ensureOutgoingMap().set(key, [
      serializedValue,
      stringifySetCookie({
        ...attributes,
        name: key,
        value: serializedValue
      }, { encode: encode3 }),
      true
    ]);
    if (this.#request[responseSentSymbol2]) throw new AstroError({ ...ResponseSentError });
  }
  /**
  * Merges a new AstroCookies instance into the current instance. Any new cookies
  * will be added to the current instance, overwriting any existing cookies with the same name.
  */
  merge(cookies) {
    const outgoing = cookies.#outgoing;
    if (outgoing) for (const [key, value] of outgoing) this.#ensureOutgoingMap().set(key, value);
  }
  /**
  * Astro.cookies.header() returns an iterator for the cookies that have previously
  * been set by either Astro.cookies.set() or Astro.cookies.delete().
  * This method is primarily used by adapters to set the header on outgoing responses.
  * @returns
  */
  *headers() {
    if (this.#outgoing == null) return;
    for (const [, value] of this.#outgoing) yield value[1];
  }
  /**
  * Marks the cookies as consumed and returns the header values.
  * After consumption, any subsequent `set()` calls will warn.
  */
  consume() {
    this.#consumed = true;
    return this.headers();
  }
  /**
  * @deprecated Use the instance method `cookies.consume()` instead.
  * Kept for backward compatibility with adapters.
  */
  static consume(cookies) {
    return cookies.consume();
  }
  #ensureParsed() {
    if (!this.#requestValues) this.#parse();
    if (!this.#requestValues) this.#requestValues = /* @__PURE__ */ Object.create(null);
    return this.#requestValues;
  }
  #ensureOutgoingMap() {
    if (!this.#outgoing) this.#outgoing = /* @__PURE__ */ new Map();
    return this.#outgoing;
  }
  #parse() {
    const raw = this.#request.headers.get("cookie");
    if (!raw) return;
    this.#requestValues = parseCookie(raw, { decode: identity });
  }
};
var astroCookiesSymbol = /* @__PURE__ */ Symbol.for("astro.cookies");
function attachCookiesToResponse(response, cookies) {
  Reflect.set(response, astroCookiesSymbol, cookies);
}
function getCookiesFromResponse(response) {
  let cookies = Reflect.get(response, astroCookiesSymbol);
  if (cookies != null) return cookies;
  else return;
}
function* getSetCookiesFromResponse(response) {
  const cookies = getCookiesFromResponse(response);
  if (!cookies) return [];
  for (const headerValue of cookies.consume()) yield headerValue;
  return [];
}
function pathHasLocale(path, locales) {
  const segments = path.split("/").map(normalizeThePath);
  for (const segment of segments) for (const locale of locales) if (typeof locale === "string") {
    if (normalizeTheLocale(segment) === normalizeTheLocale(locale)) return true;
  } else if (segment === locale.path) return true;
  return false;
}
function normalizeTheLocale(locale) {
  return locale.replaceAll("_", "-").toLowerCase();
}
function normalizeThePath(path) {
  return path.endsWith(".html") ? path.slice(0, -5) : path;
}
function isLocalizedErrorRoute(route, status, locales) {
  if (!locales) return false;
  const suffix = `/${status}`;
  if (!route.endsWith(suffix)) return false;
  const localeSegment = route.slice(0, -suffix.length);
  if (!localeSegment || localeSegment.includes("/", 1)) return false;
  return pathHasLocale(localeSegment, locales);
}
function getErrorRoutePath(pathname, status, routes2, locales, appendTrailingSlash = false) {
  const suffix = appendTrailingSlash ? "/" : "";
  if (locales) {
    const firstSegment = pathname.split("/").find(Boolean);
    if (firstSegment && pathHasLocale(`/${firstSegment}`, locales)) {
      const localized = `/${firstSegment}/${status}`;
      if (routes2.some((route) => route.route === localized)) return `${localized}${suffix}`;
    }
  }
  return `/${status}${suffix}`;
}
function routeIsRedirect(route) {
  return route?.type === "redirect";
}
function routeIsFallback(route) {
  return route?.type === "fallback";
}
function getFallbackRoute(route, routeList) {
  const fallbackRoute = routeList.find((r2) => {
    if (route.route === "/" && r2.routeData.route === "/") return true;
    return r2.routeData.fallbackRoutes.find((f) => {
      return f.route === route.route;
    });
  });
  if (!fallbackRoute) throw new Error(`No fallback route found for route ${route.route}`);
  return fallbackRoute.routeData;
}
function getCustom404Route(manifestData) {
  return manifestData.routes.find((r2) => isRoute404(r2.route));
}
function getCustom500Route(manifestData) {
  return manifestData.routes.find((r2) => isRoute500(r2.route));
}
function getDefaultStatusCode(manifest2, routeData, pathname) {
  if (!routeData.pattern.test(pathname)) {
    for (const fallbackRoute of routeData.fallbackRoutes) if (fallbackRoute.pattern.test(pathname)) return 302;
  }
  const route = removeTrailingForwardSlash(routeData.route);
  const locales = manifest2.i18n?.locales;
  if (isRoute404(route) || isLocalizedErrorRoute(route, 404, locales)) return 404;
  if (isRoute500(route) || isLocalizedErrorRoute(route, 500, locales)) return 500;
  return 200;
}
function routeHasHtmlExtension(route) {
  return route.segments.some((segment) => segment.some((part) => !part.dynamic && part.content.includes(".html")));
}
var RedirectComponentInstance = { default() {
  return new Response(null, { status: 301 });
} };
var RedirectSinglePageBuiltModule = {
  page: () => Promise.resolve(RedirectComponentInstance),
  onRequest: (_, next) => next()
};
function getAssetsPrefix(fileExtension2, assetsPrefix) {
  let prefix = "";
  if (!assetsPrefix) prefix = "";
  else if (typeof assetsPrefix === "string") prefix = assetsPrefix;
  else prefix = assetsPrefix[fileExtension2.slice(1)] || assetsPrefix.fallback;
  return prefix;
}
var URL_PARSE_BASE = "https://astro.build";
function splitAssetPath(path) {
  const parsed = new URL(path, URL_PARSE_BASE);
  return {
    pathname: !URL.canParse(path) && !path.startsWith("/") ? parsed.pathname.slice(1) : parsed.pathname,
    suffix: `${parsed.search}${parsed.hash}`
  };
}
function appendQueryParams(path, queryParams) {
  const queryString = queryParams.toString();
  if (!queryString) return path;
  const hashIndex = path.indexOf("#");
  const basePath = hashIndex === -1 ? path : path.slice(0, hashIndex);
  const hash = hashIndex === -1 ? "" : path.slice(hashIndex);
  return `${basePath}${basePath.includes("?") ? "&" : "?"}${queryString}${hash}`;
}
function createAssetLink(href2, base, assetsPrefix, queryParams) {
  const { pathname, suffix } = splitAssetPath(href2);
  let url = "";
  if (assetsPrefix) {
    const pf = getAssetsPrefix(fileExtension(pathname), assetsPrefix);
    url = joinPaths(pf, slash(pathname)) + suffix;
  } else if (base) url = prependForwardSlash(joinPaths(base, slash(pathname))) + suffix;
  else url = href2;
  if (queryParams) url = appendQueryParams(url, queryParams);
  return url;
}
function createStylesheetElement(stylesheet, base, assetsPrefix, queryParams) {
  if (stylesheet.type === "inline") return {
    props: {},
    children: stylesheet.content
  };
  else return {
    props: {
      rel: "stylesheet",
      href: createAssetLink(stylesheet.src, base, assetsPrefix, queryParams)
    },
    children: ""
  };
}
function createStylesheetElementSet(stylesheets, base, assetsPrefix, queryParams) {
  return new Set(stylesheets.map((s2) => createStylesheetElement(s2, base, assetsPrefix, queryParams)));
}
function createModuleScriptElement(script, base, assetsPrefix, queryParams) {
  if (script.type === "external") return createModuleScriptElementWithSrc(script.value, base, assetsPrefix, queryParams);
  else return {
    props: { type: "module" },
    children: script.value
  };
}
function createModuleScriptElementWithSrc(src, base, assetsPrefix, queryParams) {
  return {
    props: {
      type: "module",
      src: createAssetLink(src, base, assetsPrefix, queryParams)
    },
    children: ""
  };
}
function createManifestMemo(derive) {
  const cache = /* @__PURE__ */ new WeakMap();
  return {
    get(manifest2) {
      if (cache.has(manifest2)) return cache.get(manifest2);
      const value = derive(manifest2);
      cache.set(manifest2, value);
      return value;
    },
    has(manifest2) {
      return cache.has(manifest2);
    },
    set(manifest2, value) {
      cache.set(manifest2, value);
    },
    invalidate(manifest2) {
      cache.delete(manifest2);
    }
  };
}
function createAsyncManifestMemo(derive) {
  const cache = /* @__PURE__ */ new WeakMap();
  return {
    get(manifest2) {
      let promise = cache.get(manifest2);
      if (!promise) {
        promise = derive(manifest2);
        cache.set(manifest2, promise);
        promise.catch(() => {
          if (cache.get(manifest2) === promise) cache.delete(manifest2);
        });
      }
      return promise;
    },
    invalidate(manifest2) {
      cache.delete(manifest2);
    }
  };
}
async function readBodyWithLimit(request, limit) {
  const contentLengthHeader = request.headers.get("content-length");
  if (contentLengthHeader) {
    const contentLength = Number.parseInt(contentLengthHeader, 10);
    if (Number.isFinite(contentLength) && contentLength > limit) throw new BodySizeLimitError(limit);
  }
  if (!request.body) return /* @__PURE__ */ new Uint8Array();
  const reader = request.body.getReader();
  const chunks = [];
  let received = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value) {
      received += value.byteLength;
      if (received > limit) throw new BodySizeLimitError(limit);
      chunks.push(value);
    }
  }
  const buffer2 = new Uint8Array(received);
  let offset = 0;
  for (const chunk of chunks) {
    buffer2.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return buffer2;
}
var BodySizeLimitError = class extends Error {
  limit;
  constructor(limit) {
    super(`Request body exceeds the configured limit of ${limit} bytes`);
    this.name = "BodySizeLimitError";
    this.limit = limit;
  }
};
function getPattern(segments, base, addTrailingSlash) {
  const pathname = segments.map((segment) => {
    if (segment.length === 1 && segment[0].spread) return "(?:\\/(.*?))?";
    else return "\\/" + segment.map((part) => {
      if (part.spread) return "(.*?)";
      else if (part.dynamic) return "([^/]+?)";
      else return part.content.normalize().replace(/\?/g, "%3F").replace(/#/g, "%23").replace(/%5B/g, "[").replace(/%5D/g, "]").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    }).join("");
  }).join("");
  const trailing = addTrailingSlash && segments.length ? getTrailingSlashPattern(addTrailingSlash) : "$";
  let initial = "\\/";
  if (addTrailingSlash === "never" && base !== "/" && pathname !== "") initial = "";
  return new RegExp(`^${pathname || initial}${trailing}`);
}
function getTrailingSlashPattern(addTrailingSlash) {
  if (addTrailingSlash === "always") return "\\/$";
  if (addTrailingSlash === "never") return "$";
  return "\\/?$";
}
var SERVER_ISLAND_ROUTE = "/_server-islands/[name]";
var SERVER_ISLAND_COMPONENT = "_server-islands.astro";
function badRequest(reason) {
  return new Response(null, {
    status: 400,
    statusText: "Bad request: " + reason
  });
}
var DEFAULT_BODY_SIZE_LIMIT = 1048576;
async function getRequestData(request, bodySizeLimit = DEFAULT_BODY_SIZE_LIMIT) {
  switch (request.method) {
    case "GET": {
      const params = new URL(request.url).searchParams;
      if (!params.has("s") || !params.has("e") || !params.has("p")) return badRequest("Missing required query parameters.");
      const encryptedSlots = params.get("s");
      return {
        encryptedComponentExport: params.get("e"),
        encryptedProps: params.get("p"),
        encryptedSlots
      };
    }
    case "POST":
      try {
        const body = await readBodyWithLimit(request, bodySizeLimit);
        const raw = new TextDecoder().decode(body);
        const data = JSON.parse(raw);
        if (Object.hasOwn(data, "slots") && typeof data.slots === "object") return badRequest("Plaintext slots are not allowed. Slots must be encrypted.");
        if (Object.hasOwn(data, "componentExport") && typeof data.componentExport === "string") return badRequest("Plaintext componentExport is not allowed. componentExport must be encrypted.");
        return data;
      } catch (e2) {
        if (e2 instanceof BodySizeLimitError) return new Response(null, {
          status: 413,
          statusText: e2.message
        });
        if (e2 instanceof SyntaxError) return badRequest("Request format is invalid.");
        throw e2;
      }
    default:
      return new Response(null, { status: 405 });
  }
}
function createEndpoint(manifest2) {
  const page16 = async (result) => {
    const params = result.params;
    if (!params.name) return new Response(null, {
      status: 400,
      statusText: "Bad request"
    });
    const componentId = params.name;
    const data = await getRequestData(result.request, manifest2.serverIslandBodySizeLimit);
    if (data instanceof Response) return data;
    let imp = (await (await manifest2.serverIslandMappings?.())?.serverIslandMap)?.get(componentId);
    if (!imp) return new Response(null, {
      status: 404,
      statusText: "Not found"
    });
    const key = await manifest2.key;
    let componentExport;
    try {
      componentExport = await decryptString(key, data.encryptedComponentExport, `export:${componentId}`);
    } catch (_e) {
      return badRequest("Encrypted componentExport value is invalid.");
    }
    const encryptedProps = data.encryptedProps;
    let props = {};
    if (encryptedProps !== "") try {
      const propString = await decryptString(key, encryptedProps, `props:${componentId}`);
      props = JSON.parse(propString);
    } catch (_e) {
      return badRequest("Encrypted props value is invalid.");
    }
    let decryptedSlots = {};
    const encryptedSlots = data.encryptedSlots;
    if (encryptedSlots !== "") try {
      const slotsString = await decryptString(key, encryptedSlots, `slots:${componentId}`);
      decryptedSlots = JSON.parse(slotsString);
    } catch (_e) {
      return badRequest("Encrypted slots value is invalid.");
    }
    let Component = (await imp())[componentExport];
    const slots = {};
    for (const prop in decryptedSlots) slots[prop] = createSlotValueFromString(decryptedSlots[prop]);
    result.response.headers.set("X-Robots-Tag", "noindex");
    if (isAstroComponentFactory(Component)) {
      const ServerIsland = Component;
      Component = function(...args) {
        return ServerIsland.apply(this, args);
      };
      Object.assign(Component, ServerIsland);
      Component.propagation = "self";
    }
    result._metadata.routeHasPropagation = true;
    const renderPropagatedHead = () => markHTMLString(result._metadata.extraHead.join(""));
    return renderTemplate`${renderPropagatedHead}${renderComponent(result, "Component", Component, props, slots)}`;
  };
  page16.isAstroComponentFactory = true;
  return {
    default: page16,
    partial: true
  };
}
var { replace } = "";
var ca = /[&<>'"]/g;
var esca = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
  '"': "&quot;"
};
var pe = (m) => esca[m];
var escape = (es) => replace.call(es, ca, pe);
function template({ title, pathname, statusCode = 404, tabTitle, body }) {
  return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8">
		<title>${tabTitle}</title>
		<style>
			:root {
				--gray-10: hsl(258, 7%, 10%);
				--gray-20: hsl(258, 7%, 20%);
				--gray-30: hsl(258, 7%, 30%);
				--gray-40: hsl(258, 7%, 40%);
				--gray-50: hsl(258, 7%, 50%);
				--gray-60: hsl(258, 7%, 60%);
				--gray-70: hsl(258, 7%, 70%);
				--gray-80: hsl(258, 7%, 80%);
				--gray-90: hsl(258, 7%, 90%);
				--black: #13151A;
				--accent-light: #E0CCFA;
			}

			* {
				box-sizing: border-box;
			}

			html {
				background: var(--black);
				color-scheme: dark;
				accent-color: var(--accent-light);
			}

			body {
				background-color: var(--gray-10);
				color: var(--gray-80);
				font-family: ui-monospace, Menlo, Monaco, "Cascadia Mono", "Segoe UI Mono", "Roboto Mono", "Oxygen Mono", "Ubuntu Monospace", "Source Code Pro", "Fira Mono", "Droid Sans Mono", "Courier New", monospace;
				line-height: 1.5;
				margin: 0;
			}

			a {
				color: var(--accent-light);
			}

			.center {
				display: flex;
				flex-direction: column;
				justify-content: center;
				align-items: center;
				height: 100vh;
				width: 100vw;
			}

			h1 {
				margin-bottom: 8px;
				color: white;
				font-family: system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol";
				font-weight: 700;
				margin-top: 1rem;
				margin-bottom: 0;
			}

			.statusCode {
				color: var(--accent-light);
			}

			.astro-icon {
				height: 124px;
				width: 124px;
			}

			pre, code {
				padding: 2px 8px;
				background: rgba(0,0,0, 0.25);
				border: 1px solid rgba(255,255,255, 0.25);
				border-radius: 4px;
				font-size: 1.2em;
				margin-top: 0;
				max-width: 60em;
			}
		</style>
	</head>
	<body>
		<main class="center">
			<svg class="astro-icon" xmlns="http://www.w3.org/2000/svg" width="64" height="80" viewBox="0 0 64 80" fill="none"> <path d="M20.5253 67.6322C16.9291 64.3531 15.8793 57.4632 17.3776 52.4717C19.9755 55.6188 23.575 56.6157 27.3035 57.1784C33.0594 58.0468 38.7122 57.722 44.0592 55.0977C44.6709 54.7972 45.2362 54.3978 45.9045 53.9931C46.4062 55.4451 46.5368 56.9109 46.3616 58.4028C45.9355 62.0362 44.1228 64.8429 41.2397 66.9705C40.0868 67.8215 38.8669 68.5822 37.6762 69.3846C34.0181 71.8508 33.0285 74.7426 34.403 78.9491C34.4357 79.0516 34.4649 79.1541 34.5388 79.4042C32.6711 78.5705 31.3069 77.3565 30.2674 75.7604C29.1694 74.0757 28.6471 72.2121 28.6196 70.1957C28.6059 69.2144 28.6059 68.2244 28.4736 67.257C28.1506 64.8985 27.0406 63.8425 24.9496 63.7817C22.8036 63.7192 21.106 65.0426 20.6559 67.1268C20.6215 67.2865 20.5717 67.4446 20.5218 67.6304L20.5253 67.6322Z" fill="white"/> <path d="M20.5253 67.6322C16.9291 64.3531 15.8793 57.4632 17.3776 52.4717C19.9755 55.6188 23.575 56.6157 27.3035 57.1784C33.0594 58.0468 38.7122 57.722 44.0592 55.0977C44.6709 54.7972 45.2362 54.3978 45.9045 53.9931C46.4062 55.4451 46.5368 56.9109 46.3616 58.4028C45.9355 62.0362 44.1228 64.8429 41.2397 66.9705C40.0868 67.8215 38.8669 68.5822 37.6762 69.3846C34.0181 71.8508 33.0285 74.7426 34.403 78.9491C34.4357 79.0516 34.4649 79.1541 34.5388 79.4042C32.6711 78.5705 31.3069 77.3565 30.2674 75.7604C29.1694 74.0757 28.6471 72.2121 28.6196 70.1957C28.6059 69.2144 28.6059 68.2244 28.4736 67.257C28.1506 64.8985 27.0406 63.8425 24.9496 63.7817C22.8036 63.7192 21.106 65.0426 20.6559 67.1268C20.6215 67.2865 20.5717 67.4446 20.5218 67.6304L20.5253 67.6322Z" fill="url(#paint0_linear_738_686)"/> <path d="M0 51.6401C0 51.6401 10.6488 46.4654 21.3274 46.4654L29.3786 21.6102C29.6801 20.4082 30.5602 19.5913 31.5538 19.5913C32.5474 19.5913 33.4275 20.4082 33.7289 21.6102L41.7802 46.4654C54.4274 46.4654 63.1076 51.6401 63.1076 51.6401C63.1076 51.6401 45.0197 2.48776 44.9843 2.38914C44.4652 0.935933 43.5888 0 42.4073 0H20.7022C19.5206 0 18.6796 0.935933 18.1251 2.38914C18.086 2.4859 0 51.6401 0 51.6401Z" fill="white"/> <defs> <linearGradient id="paint0_linear_738_686" x1="31.554" y1="75.4423" x2="39.7462" y2="48.376" gradientUnits="userSpaceOnUse"> <stop stop-color="#D83333"/> <stop offset="1" stop-color="#F041FF"/> </linearGradient> </defs> </svg>
			<h1>${statusCode ? `<span class="statusCode">${statusCode}: </span> ` : ""}<span class="statusMessage">${title}</span></h1>
			${body || `
				<pre>Path: ${escape(pathname)}</pre>
			`}
			</main>
	</body>
</html>`;
}
var DEFAULT_404_ROUTE = {
  component: DEFAULT_404_COMPONENT,
  params: [],
  pattern: /^\/404\/?$/,
  prerender: false,
  pathname: "/404",
  segments: [[{
    content: "404",
    dynamic: false,
    spread: false
  }]],
  type: "page",
  route: "/404",
  fallbackRoutes: [],
  isIndex: false,
  origin: "internal",
  distURL: []
};
async function default404Page({ pathname }) {
  return new Response(template({
    statusCode: 404,
    title: "Not found",
    tabTitle: "404: Not Found",
    pathname
  }), {
    status: 404,
    headers: { "Content-Type": "text/html" }
  });
}
default404Page.isAstroComponentFactory = true;
var default404Instance = { default: default404Page };
function createDefaultRoutes(manifest2) {
  const root = new URL(manifest2.rootDir);
  return [{
    instance: default404Instance,
    matchesComponent: (filePath) => filePath.href === new URL(DEFAULT_404_COMPONENT, root).href,
    route: DEFAULT_404_ROUTE.route,
    component: DEFAULT_404_COMPONENT
  }, {
    instance: createEndpoint(manifest2),
    matchesComponent: (filePath) => filePath.href === new URL(SERVER_ISLAND_COMPONENT, root).href,
    route: SERVER_ISLAND_ROUTE,
    component: SERVER_ISLAND_COMPONENT
  }];
}
var defaultRoutesMemo = createManifestMemo(createDefaultRoutes);
function getDefaultRoutes(manifest2) {
  return defaultRoutesMemo.get(manifest2);
}
function createRequest({ url, headers, method = "GET", body = void 0, logger, isPrerendered = false, routePattern, init }) {
  const headersObj = isPrerendered ? void 0 : headers instanceof Headers ? headers : new Headers(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
  if (typeof url === "string") url = new URL(url);
  if (isPrerendered) url.search = "";
  const request = new Request(url, {
    method,
    headers: headersObj,
    body: isPrerendered ? null : body,
    ...init
  });
  if (isPrerendered) {
    let _headers = request.headers;
    const { value, writable, ...headersDesc } = Object.getOwnPropertyDescriptor(request, "headers") || {};
    Object.defineProperty(request, "headers", {
      ...headersDesc,
      get() {
        logger.warn(null, `\`Astro.request.headers\` was used when rendering the route \`${routePattern}'\`. \`Astro.request.headers\` is not available on prerendered pages. If you need access to request headers, make sure that the page is server-rendered using \`export const prerender = false;\` or by setting \`output\` to \`"server"\` in your Astro config to make all your pages server-rendered by default.`);
        return _headers;
      },
      set(newHeaders) {
        _headers = newHeaders;
      }
    });
  }
  return request;
}
var MultiLevelEncodingError = class extends Error {
  constructor() {
    super("URL encoding depth exceeded the maximum number of decode iterations");
    this.name = "MultiLevelEncodingError";
  }
};
var MAX_DECODE_ITERATIONS = 10;
function validateAndDecodePathname(pathname) {
  let decoded;
  try {
    decoded = decodeURI(pathname);
  } catch (_e) {
    throw new Error("Invalid URL encoding");
  }
  let iterations = 0;
  while (decoded !== pathname) {
    if (iterations >= MAX_DECODE_ITERATIONS) throw new MultiLevelEncodingError();
    pathname = decoded;
    try {
      decoded = decodeURI(pathname);
    } catch {
      break;
    }
    iterations++;
  }
  return decoded;
}
function findRouteToRewrite({ payload, routes: routes2, request, trailingSlash, buildFormat, base, outDir }) {
  let newUrl = void 0;
  if (payload instanceof URL) newUrl = payload;
  else if (payload instanceof Request) newUrl = new URL(payload.url);
  else newUrl = new URL(collapseDuplicateSlashes(payload), new URL(request.url).origin);
  const { pathname, resolvedUrlPathname } = normalizeRewritePathname(newUrl.pathname, base, trailingSlash, buildFormat);
  newUrl.pathname = resolvedUrlPathname;
  const decodedPathname = validateAndDecodePathname(pathname);
  if (isRoute404(decodedPathname)) {
    const errorRoute = routes2.find((route) => route.route === "/404");
    if (errorRoute) return {
      routeData: errorRoute,
      newUrl,
      pathname: decodedPathname
    };
  }
  if (isRoute500(decodedPathname)) {
    const errorRoute = routes2.find((route) => route.route === "/500");
    if (errorRoute) return {
      routeData: errorRoute,
      newUrl,
      pathname: decodedPathname
    };
  }
  let foundRoute;
  for (const route of routes2) if (route.pattern.test(decodedPathname)) {
    if (route.params && route.params.length !== 0 && route.distURL && route.distURL.length !== 0) {
      if (!route.distURL.find((url) => url.href.replace(outDir.toString(), "").replace(/(?:\/index\.html|\.html)$/, "") === trimSlashes(pathname))) continue;
    }
    foundRoute = route;
    break;
  }
  if (foundRoute) return {
    routeData: foundRoute,
    newUrl,
    pathname: decodedPathname
  };
  else {
    const custom404 = routes2.find((route) => route.route === "/404");
    if (custom404) return {
      routeData: custom404,
      newUrl,
      pathname
    };
    else return {
      routeData: DEFAULT_404_ROUTE,
      newUrl,
      pathname
    };
  }
}
function copyRequest(newUrl, oldRequest, isPrerendered, logger, routePattern) {
  const canHaveBody = oldRequest.method !== "GET" && oldRequest.method !== "HEAD";
  if (canHaveBody && oldRequest.bodyUsed) throw new AstroError(RewriteWithBodyUsed);
  return createRequest({
    url: newUrl,
    method: oldRequest.method,
    body: canHaveBody ? oldRequest.body : void 0,
    isPrerendered,
    logger,
    headers: isPrerendered ? {} : oldRequest.headers,
    routePattern,
    init: {
      referrer: oldRequest.referrer,
      referrerPolicy: oldRequest.referrerPolicy,
      mode: oldRequest.mode,
      credentials: oldRequest.credentials,
      cache: oldRequest.cache,
      redirect: oldRequest.redirect,
      integrity: oldRequest.integrity,
      signal: oldRequest.signal,
      keepalive: oldRequest.keepalive,
      duplex: "half"
    }
  });
}
function setOriginPathname(request, pathname, trailingSlash, buildFormat) {
  if (!pathname) pathname = "/";
  const shouldAppendSlash = shouldAppendForwardSlash(trailingSlash, buildFormat);
  let finalPathname;
  if (pathname === "/") finalPathname = "/";
  else if (shouldAppendSlash) finalPathname = appendForwardSlash(pathname);
  else finalPathname = removeTrailingForwardSlash(pathname);
  Reflect.set(request, originPathnameSymbol, encodeURIComponent(finalPathname));
}
function getOriginPathname(request) {
  const origin = Reflect.get(request, originPathnameSymbol);
  if (origin) return decodeURIComponent(origin);
  return new URL(request.url).pathname;
}
function normalizeRewritePathname(urlPathname, base, trailingSlash, buildFormat) {
  let pathname = collapseDuplicateSlashes(urlPathname);
  const shouldAppendSlash = shouldAppendForwardSlash(trailingSlash, buildFormat);
  if (base !== "/") {
    if (urlPathname === base || urlPathname === removeTrailingForwardSlash(base)) pathname = "/";
    else if (urlPathname.startsWith(base)) {
      pathname = shouldAppendSlash ? appendForwardSlash(urlPathname) : removeTrailingForwardSlash(urlPathname);
      pathname = pathname.slice(base.length);
    }
  }
  if (!pathname.startsWith("/") && shouldAppendSlash && urlPathname.endsWith("/")) pathname = prependForwardSlash(pathname);
  if (buildFormat === "file") pathname = pathname.replace(/\.html$/, "");
  let resolvedUrlPathname;
  if (base !== "/" && (pathname === "" || pathname === "/") && !shouldAppendSlash) resolvedUrlPathname = removeTrailingForwardSlash(base);
  else resolvedUrlPathname = joinPaths(...[base, pathname].filter(Boolean));
  return {
    pathname,
    resolvedUrlPathname
  };
}
async function getModuleForRoute(manifest2, route) {
  for (const defaultRoute of getDefaultRoutes(manifest2)) if (route.component === defaultRoute.component) return { page: () => Promise.resolve(defaultRoute.instance) };
  let routeToProcess = route;
  if (routeIsRedirect(route)) {
    if (route.redirectRoute) routeToProcess = route.redirectRoute;
    else return RedirectSinglePageBuiltModule;
  } else if (routeIsFallback(route)) routeToProcess = getFallbackRoute(route, manifest2.routes);
  if (manifest2.pageMap) {
    const importComponentInstance = manifest2.pageMap.get(routeToProcess.component);
    if (!importComponentInstance) throw new Error(`Unexpectedly unable to find a component instance for route ${route.route}`);
    return await importComponentInstance();
  } else if (manifest2.pageModule) return manifest2.pageModule;
  throw new Error("Astro couldn't find the correct page to render, probably because it wasn't correctly mapped for SSR usage. This is an internal error, please file an issue.");
}
async function getComponentByRoute(manifest2, routeData) {
  return (await getModuleForRoute(manifest2, routeData)).page();
}
var productionEnvironment = {
  name: "production",
  runtimeMode: "production",
  defaultStreaming: () => true,
  async resolve(manifest2, specifier) {
    if (!(specifier in manifest2.entryModules)) throw new Error(`Unable to resolve [${specifier}]`);
    const bundlePath = manifest2.entryModules[specifier];
    if (bundlePath.startsWith("data:") || bundlePath.length === 0) return bundlePath;
    else return createAssetLink(bundlePath, manifest2.base, manifest2.assetsPrefix);
  },
  async headElements(manifest2, routeData) {
    const { assetsPrefix, base } = manifest2;
    const routeInfo = manifest2.routes.find((route) => route.routeData.route === routeData.route);
    const links = /* @__PURE__ */ new Set();
    const scripts = /* @__PURE__ */ new Set();
    const styles = createStylesheetElementSet(routeInfo?.styles ?? [], base, assetsPrefix);
    for (const script of routeInfo?.scripts ?? []) if ("stage" in script) {
      if (script.stage === "head-inline") scripts.add({
        props: {},
        children: script.children
      });
    } else scripts.add(createModuleScriptElement(script, base, assetsPrefix));
    return {
      links,
      styles,
      scripts
    };
  },
  componentMetadata() {
  },
  getComponentByRoute,
  getModuleForRoute,
  async tryRewrite(manifest2, payload, request) {
    const { newUrl, pathname, routeData } = findRouteToRewrite({
      payload,
      request,
      routes: manifest2.routes.map((r2) => r2.routeData),
      trailingSlash: manifest2.trailingSlash,
      buildFormat: manifest2.buildFormat,
      base: manifest2.base,
      outDir: manifest2.serverLike ? manifest2.buildClientDir : manifest2.outDir
    });
    return {
      newUrl,
      pathname,
      componentInstance: await getComponentByRoute(manifest2, routeData),
      routeData
    };
  },
  getRenderers(manifest2) {
    return manifest2.renderers;
  },
  errorStrategy: "default",
  injectCspMetaTagsOnErrorPages: false,
  logRequest() {
  }
};
var environments = /* @__PURE__ */ new WeakMap();
function getEnvironment(manifest2) {
  return environments.get(manifest2) ?? productionEnvironment;
}
var loggers = /* @__PURE__ */ new WeakMap();
function getLogger(manifest2) {
  let logger = loggers.get(manifest2);
  if (!logger) {
    logger = createConsoleLogger({ level: manifest2.logLevel });
    loggers.set(manifest2, logger);
  }
  return logger;
}
var resolvedLogger = createAsyncManifestMemo(async (manifest2) => {
  const logger = getLogger(manifest2);
  try {
    const destination = (await manifest2.logger?.())?.default;
    if (destination) logger.setDestination(destination);
  } catch (error3) {
    logger.error("config", "Failed to load the configured logger destination; continuing with the console logger.\n" + (error3 instanceof Error ? error3.stack ?? error3.message : String(error3)));
  }
  return logger;
});
function getResolvedLogger(manifest2) {
  return resolvedLogger.get(manifest2);
}
function sanitizeParams(params) {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => {
    if (typeof value === "string") return [key, value.normalize().replace(/#/g, "%23").replace(/\?/g, "%3F")];
    return [key, value];
  }));
}
function getParameter(part, params) {
  if (part.spread) return params[part.content.slice(3)] ?? "";
  if (part.dynamic) {
    if (params[part.content] === void 0) throw new TypeError(`Missing parameter: ${part.content}`);
    return params[part.content];
  }
  return part.content.normalize().replace(/\?/g, "%3F").replace(/#/g, "%23").replace(/%5B/g, "[").replace(/%5D/g, "]");
}
function getSegment(segment, params) {
  const segmentPath = segment.map((part) => getParameter(part, params)).join("");
  return segmentPath ? collapseDuplicateLeadingSlashes("/" + segmentPath) : "";
}
function getRouteGenerator(segments, addTrailingSlash) {
  return (params) => {
    const sanitizedParams = sanitizeParams(params);
    let trailing = "";
    if (addTrailingSlash === "always" && segments.length) trailing = "/";
    return segments.map((segment) => getSegment(segment, sanitizedParams)).join("") + trailing || "/";
  };
}
var VALID_PARAM_TYPES = ["string", "undefined"];
function validateGetStaticPathsParameter([key, value], route) {
  if (!VALID_PARAM_TYPES.includes(typeof value)) throw new AstroError({
    ...GetStaticPathsInvalidRouteParam,
    message: GetStaticPathsInvalidRouteParam.message(key, value, typeof value),
    location: { file: route }
  });
}
function stringifyParams(params, route, trailingSlash) {
  if (route.type === "endpoint" && hasFileExtension(route.route)) trailingSlash = "never";
  const validatedParams = {};
  for (const [key, value] of Object.entries(params)) {
    validateGetStaticPathsParameter([key, value], route.component);
    if (value !== void 0) validatedParams[key] = trimSlashes(value);
  }
  return getRouteGenerator(route.segments, trailingSlash)(validatedParams);
}
function validateDynamicRouteModule(mod, { ssr, route }) {
  if ((!ssr || route.prerender) && route.origin !== "internal" && !mod.getStaticPaths) throw new AstroError({
    ...GetStaticPathsRequired,
    location: { file: route.component }
  });
}
function validateGetStaticPathsResult(result, route) {
  if (!Array.isArray(result)) throw new AstroError({
    ...InvalidGetStaticPathsReturn,
    message: InvalidGetStaticPathsReturn.message(typeof result),
    location: { file: route.component }
  });
  result.forEach((pathObject) => {
    if (typeof pathObject === "object" && Array.isArray(pathObject) || pathObject === null) throw new AstroError({
      ...InvalidGetStaticPathsEntry,
      message: InvalidGetStaticPathsEntry.message(Array.isArray(pathObject) ? "array" : typeof pathObject)
    });
    if (pathObject.params === void 0 || pathObject.params === null || pathObject.params && Object.keys(pathObject.params).length === 0) throw new AstroError({
      ...GetStaticPathsExpectedParams,
      location: { file: route.component }
    });
  });
}
function generatePaginateFunction(routeMatch, base, trailingSlash) {
  return function paginateUtility(data, args = {}) {
    const generate = getRouteGenerator(routeMatch.segments, trailingSlash);
    let { pageSize: _pageSize, params: _params, props: _props, format: _format } = args;
    const pageSize = _pageSize || 10;
    const paramName = "page";
    const additionalParams = _params || {};
    const additionalProps = _props || {};
    const formatUrl = _format || ((url) => url);
    let includesFirstPageNumber;
    if (routeMatch.params.includes(`...${paramName}`)) includesFirstPageNumber = false;
    else if (routeMatch.params.includes(`${paramName}`)) includesFirstPageNumber = true;
    else throw new AstroError({
      ...PageNumberParamNotFound,
      message: PageNumberParamNotFound.message(paramName)
    });
    const lastPage = Math.max(1, Math.ceil(data.length / pageSize));
    return [...Array(lastPage).keys()].map((num) => {
      const pageNum = num + 1;
      const start = pageSize === Number.POSITIVE_INFINITY ? 0 : (pageNum - 1) * pageSize;
      const end = Math.min(start + pageSize, data.length);
      const params = {
        ...additionalParams,
        [paramName]: includesFirstPageNumber || pageNum > 1 ? String(pageNum) : void 0
      };
      const current = formatUrl(addRouteBase(generate({ ...params }), base));
      const next = pageNum === lastPage ? void 0 : formatUrl(addRouteBase(generate({
        ...params,
        page: String(pageNum + 1)
      }), base));
      const prev = pageNum === 1 ? void 0 : formatUrl(addRouteBase(generate({
        ...params,
        page: !includesFirstPageNumber && pageNum - 1 === 1 ? void 0 : String(pageNum - 1)
      }), base));
      const first = pageNum === 1 ? void 0 : formatUrl(addRouteBase(generate({
        ...params,
        page: includesFirstPageNumber ? "1" : void 0
      }), base));
      const last = pageNum === lastPage ? void 0 : formatUrl(addRouteBase(generate({
        ...params,
        page: String(lastPage)
      }), base));
      return {
        params,
        props: {
          ...additionalProps,
          page: {
            data: data.slice(start, end),
            start,
            end: end - 1,
            size: pageSize,
            total: data.length,
            currentPage: pageNum,
            lastPage,
            url: {
              current,
              next,
              prev,
              first,
              last
            }
          }
        }
      };
    });
  };
}
function addRouteBase(route, base) {
  let routeWithBase = joinPaths(base, route);
  if (routeWithBase === "") routeWithBase = "/";
  return routeWithBase;
}
async function callGetStaticPaths({ mod, route, routeCache, ssr, base, trailingSlash }) {
  const cached2 = routeCache.get(route);
  if (!mod) throw new Error("This is an error caused by Astro and not your code. Please file an issue.");
  if (cached2?.staticPaths && cached2.mod === mod) return cached2.staticPaths;
  validateDynamicRouteModule(mod, {
    ssr,
    route
  });
  if (ssr && !route.prerender || route.origin === "internal") {
    const entry = Object.assign([], { keyed: /* @__PURE__ */ new Map() });
    routeCache.set(route, {
      ...cached2,
      mod,
      staticPaths: entry
    });
    return entry;
  }
  let staticPaths = [];
  if (!mod.getStaticPaths) throw new Error("Unexpected Error.");
  staticPaths = await mod.getStaticPaths({
    paginate: generatePaginateFunction(route, base, trailingSlash),
    routePattern: route.route
  });
  validateGetStaticPathsResult(staticPaths, route);
  const keyedStaticPaths = staticPaths;
  keyedStaticPaths.keyed = /* @__PURE__ */ new Map();
  for (const sp of keyedStaticPaths) {
    const paramsKey = stringifyParams(sp.params, route, trailingSlash);
    keyedStaticPaths.keyed.set(paramsKey, sp);
  }
  routeCache.set(route, {
    ...cached2,
    mod,
    staticPaths: keyedStaticPaths
  });
  return keyedStaticPaths;
}
var RouteCache = class {
  logger;
  cache = {};
  runtimeMode;
  constructor(logger, runtimeMode = "production") {
    this.logger = logger;
    this.runtimeMode = runtimeMode;
  }
  /** Clear the cache. */
  clearAll() {
    this.cache = {};
  }
  set(route, entry) {
    const key = this.key(route);
    if (this.runtimeMode === "production" && this.cache[key]?.staticPaths) this.logger.warn(null, `Internal Warning: route cache overwritten. (${key})`);
    this.cache[key] = entry;
  }
  get(route) {
    return this.cache[this.key(route)];
  }
  key(route) {
    return `${route.route}_${route.component}`;
  }
};
var routeCaches = createManifestMemo((manifest2) => new RouteCache(getLogger(manifest2), getEnvironment(manifest2).runtimeMode));
function getRouteCache(manifest2) {
  return routeCaches.get(manifest2);
}
function findPathItemByKey(staticPaths, params, route, logger, trailingSlash) {
  const paramsKey = stringifyParams(params, route, trailingSlash);
  const matchedStaticPath = staticPaths.keyed.get(paramsKey);
  if (matchedStaticPath) return matchedStaticPath;
  logger.debug("router", `findPathItemByKey() - Unexpected cache miss looking for ${paramsKey}`);
}
async function getProps(opts) {
  const { logger, mod, routeData: route, routeCache, pathname, serverLike, base, trailingSlash } = opts;
  if (!route || route.pathname) return {};
  if (routeIsRedirect(route) || routeIsFallback(route) || route.component === "astro-default-404.astro") return {};
  const staticPaths = await callGetStaticPaths({
    mod,
    route,
    routeCache,
    ssr: serverLike,
    base,
    trailingSlash
  });
  const params = getParams(route, pathname);
  const matchedStaticPath = findPathItemByKey(staticPaths, params, route, logger, trailingSlash);
  if (!matchedStaticPath && route.origin !== "internal" && (serverLike ? route.prerender : true)) throw new AstroError({
    ...NoMatchingStaticPathFound,
    message: NoMatchingStaticPathFound.message(pathname),
    hint: NoMatchingStaticPathFound.hint([route.component])
  });
  if (mod) validatePrerenderEndpointCollision(route, mod, params);
  return matchedStaticPath?.props ? { ...matchedStaticPath.props } : {};
}
function getParams(route, pathname) {
  if (!route.params.length) return {};
  const hasHtmlSuffix = pathname.endsWith(".html") && !routeHasHtmlExtension(route);
  const path = hasHtmlSuffix && route.type === "page" ? pathname.slice(0, -5) : pathname;
  const allPatterns = [route, ...route.fallbackRoutes].map((r2) => r2.pattern);
  let paramsMatch = allPatterns.map((pattern) => pattern.exec(path)).find((x) => x);
  if (!paramsMatch && hasHtmlSuffix && route.type !== "page") {
    const strippedPath = pathname.endsWith("/index.html") ? pathname.slice(0, -11) || "/" : pathname.slice(0, -5);
    paramsMatch = allPatterns.map((pattern) => pattern.exec(strippedPath)).find((x) => x);
  }
  if (!paramsMatch) return {};
  const params = {};
  route.params.forEach((key, i2) => {
    if (key.startsWith("...")) params[key.slice(3)] = paramsMatch[i2 + 1] ? paramsMatch[i2 + 1] : void 0;
    else params[key] = paramsMatch[i2 + 1];
  });
  return params;
}
function validatePrerenderEndpointCollision(route, mod, params) {
  if (route.type === "endpoint" && mod.getStaticPaths) {
    const lastSegment = route.segments[route.segments.length - 1];
    const paramValues = Object.values(params);
    const lastParam = paramValues[paramValues.length - 1];
    if (lastSegment.length === 1 && lastSegment[0].dynamic && lastParam === void 0) throw new AstroError({
      ...PrerenderDynamicEndpointPathCollide,
      message: PrerenderDynamicEndpointPathCollide.message(route.route),
      hint: PrerenderDynamicEndpointPathCollide.hint(route.component),
      location: { file: route.component }
    });
  }
}
function getFunctionExpression(slot) {
  if (!slot) return;
  const expressions = slot?.expressions?.filter((e2) => isRenderInstruction(e2) === false || isRenderTemplateResult(e2));
  if (expressions?.length !== 1) return;
  const expression = expressions[0];
  if (isRenderTemplateResult(expression)) return getFunctionExpression(expression);
  return expression;
}
var Slots = class {
  #result;
  #slots;
  #logger;
  constructor(result, slots, logger) {
    this.#result = result;
    this.#slots = slots;
    this.#logger = logger;
    if (slots) for (const key of Object.keys(slots)) {
      if (this[key] !== void 0) throw new AstroError({
        ...ReservedSlotName,
        message: ReservedSlotName.message(key)
      });
      Object.defineProperty(this, key, {
        get() {
          return true;
        },
        enumerable: true
      });
    }
  }
  has(name) {
    if (!this.#slots) return false;
    return Boolean(this.#slots[name]);
  }
  async render(name, args = []) {
    if (!this.#slots || !this.has(name)) return;
    const result = this.#result;
    if (!Array.isArray(args)) this.#logger.warn(null, `Expected second parameter to be an array, received a ${typeof args}. If you're trying to pass an array as a single argument and getting unexpected results, make sure you're passing your array as an item of an array. Ex: Astro.slots.render('default', [["Hello", "World"]])`);
    else if (args.length > 0) {
      const slotValue = this.#slots[name];
      const component = typeof slotValue === "function" ? await slotValue(result) : await slotValue;
      const expression = getFunctionExpression(component);
      if (expression) {
        const slot = async () => typeof expression === "function" ? expression(...args) : expression;
        return await renderSlotToString(result, slot).then((res) => {
          return res;
        });
      }
      if (typeof component === "function") return await renderJSX(result, component(...args)).then((res) => res != null ? String(res) : res);
    }
    const content = await renderSlotToString(result, this.#slots[name]);
    return chunkToString(result, content);
  }
};
function computeFallbackRoute(options) {
  const { pathname, responseStatus, fallback, fallbackType, locales, defaultLocale, strategy } = options;
  if (responseStatus !== 404) return { type: "none" };
  if (!fallback || Object.keys(fallback).length === 0) return { type: "none" };
  const segments = pathname.split("/");
  const urlLocale = segments.find((segment) => {
    for (const locale of locales) if (typeof locale === "string") {
      if (locale === segment) return true;
    } else if (locale.path === segment) return true;
    return false;
  });
  if (!urlLocale) return { type: "none" };
  if (!Object.keys(fallback).includes(urlLocale)) return { type: "none" };
  const fallbackLocale = fallback[urlLocale];
  const pathFallbackLocale = getPathByLocale(fallbackLocale, locales);
  const localeIndex = segments.indexOf(urlLocale);
  let newPathname;
  if (pathFallbackLocale === defaultLocale && strategy === "pathname-prefix-other-locales") {
    segments.splice(localeIndex, 1);
    newPathname = segments.join("/") || "/";
  } else {
    segments[localeIndex] = pathFallbackLocale;
    newPathname = segments.join("/");
  }
  return {
    type: fallbackType,
    pathname: newPathname
  };
}
var I18nRouter = class {
  #strategy;
  #defaultLocale;
  #locales;
  #base;
  #domains;
  constructor(options) {
    this.#strategy = options.strategy;
    this.#defaultLocale = options.defaultLocale;
    this.#locales = options.locales;
    this.#base = options.base === "/" ? "/" : removeTrailingForwardSlash(options.base || "");
    this.#domains = options.domains;
  }
  /**
  * Evaluate routing strategy for a pathname.
  * Returns decision object (not HTTP Response).
  */
  match(pathname, context) {
    if (this.shouldSkipProcessing(pathname, context)) return { type: "continue" };
    switch (this.#strategy) {
      case "manual":
        return { type: "continue" };
      case "pathname-prefix-always":
        return this.matchPrefixAlways(pathname, context);
      case "domains-prefix-always":
        if (this.localeHasntDomain(context.currentLocale, context.currentDomain)) return { type: "continue" };
        return this.matchPrefixAlways(pathname, context);
      case "pathname-prefix-other-locales":
        return this.matchPrefixOtherLocales(pathname, context);
      case "domains-prefix-other-locales":
        if (this.localeHasntDomain(context.currentLocale, context.currentDomain)) return { type: "continue" };
        return this.matchPrefixOtherLocales(pathname, context);
      case "pathname-prefix-always-no-redirect":
        return this.matchPrefixAlwaysNoRedirect(pathname, context);
      case "domains-prefix-always-no-redirect":
        if (this.localeHasntDomain(context.currentLocale, context.currentDomain)) return { type: "continue" };
        return this.matchPrefixAlwaysNoRedirect(pathname, context);
      default:
        return { type: "continue" };
    }
  }
  /**
  * Check if i18n processing should be skipped for this request
  */
  shouldSkipProcessing(pathname, context) {
    if (pathname.includes("/404") || pathname.includes("/500")) return true;
    if (pathname.includes("/_server-islands/")) return true;
    if (context.isReroute) return true;
    if (context.routeType && context.routeType !== "page" && context.routeType !== "fallback") return true;
    return false;
  }
  /**
  * Strategy: pathname-prefix-always
  * All locales must have a prefix, including the default locale.
  */
  matchPrefixAlways(pathname, _context) {
    if (pathname === this.#base + "/" || pathname === this.#base) return {
      type: "redirect",
      location: `${this.#base === "/" ? "" : this.#base}/${this.#defaultLocale}`
    };
    if (!pathHasLocale(pathname, this.#locales)) return { type: "notFound" };
    return { type: "continue" };
  }
  /**
  * Strategy: pathname-prefix-other-locales
  * Default locale has no prefix, other locales must have a prefix.
  */
  matchPrefixOtherLocales(pathname, _context) {
    let pathnameContainsDefaultLocale = false;
    for (const segment of pathname.split("/")) if (normalizeTheLocale(segment) === normalizeTheLocale(this.#defaultLocale)) {
      pathnameContainsDefaultLocale = true;
      break;
    }
    if (pathnameContainsDefaultLocale) return {
      type: "notFound",
      location: pathname.replace(`/${this.#defaultLocale}`, "")
    };
    return { type: "continue" };
  }
  /**
  * Strategy: pathname-prefix-always-no-redirect
  * Like prefix-always but allows root to serve instead of redirecting
  */
  matchPrefixAlwaysNoRedirect(pathname, _context) {
    if (pathname === this.#base + "/" || pathname === this.#base) return { type: "continue" };
    if (!pathHasLocale(pathname, this.#locales)) return { type: "notFound" };
    return { type: "continue" };
  }
  /**
  * Check if the current locale doesn't belong to the configured domain.
  * Used for domain-based routing strategies.
  */
  localeHasntDomain(currentLocale, currentDomain) {
    if (!this.#domains || !currentDomain) return false;
    if (!currentLocale) return false;
    const localesForDomain = this.#domains[currentDomain];
    if (!localesForDomain) return true;
    return !localesForDomain.includes(currentLocale);
  }
};
function compileI18n(i18n, base, trailingSlash, format) {
  return {
    config: i18n,
    base,
    trailingSlash,
    format,
    router: new I18nRouter({
      strategy: i18n.strategy,
      defaultLocale: i18n.defaultLocale,
      locales: i18n.locales,
      base,
      domains: i18n.domainLookupTable ? Object.keys(i18n.domainLookupTable).reduce((acc, domain) => {
        const locale = i18n.domainLookupTable[domain];
        if (!acc[domain]) acc[domain] = [];
        acc[domain].push(locale);
        return acc;
      }, {}) : void 0
    })
  };
}
var i18nMemo = createManifestMemo((manifest2) => {
  const config2 = manifest2.i18n;
  return config2 && config2.strategy !== "manual" ? compileI18n(config2, manifest2.base, manifest2.trailingSlash, manifest2.buildFormat) : null;
});
function getI18n(manifest2) {
  return i18nMemo.get(manifest2);
}
async function finalizeI18n(compiled, state, response) {
  markFeatureUsed(state.manifest, FetchFeatures.i18n);
  const i18n = compiled.config;
  if (state.skipErrorReroute && typeof i18n.fallback === "undefined") return response;
  if (state.responseRouteType !== "page" && state.responseRouteType !== "fallback") return response;
  const url = state.url;
  const currentLocale = state.computeCurrentLocale();
  const isPrerendered = state.routeData.prerender;
  const routerContext = {
    currentLocale,
    currentDomain: url.hostname,
    routeType: state.responseRouteType,
    isReroute: false
  };
  const routeDecision = compiled.router.match(url.pathname, routerContext);
  switch (routeDecision.type) {
    case "redirect": {
      let location = routeDecision.location;
      if (shouldAppendForwardSlash(compiled.trailingSlash, compiled.format)) location = appendForwardSlash(location);
      return new Response(null, {
        status: routeDecision.status ?? 302,
        headers: { Location: location }
      });
    }
    case "notFound": {
      if (isPrerendered) {
        const prerenderedRes = new Response(response.body, {
          status: 404,
          headers: response.headers
        });
        state.skipErrorReroute = true;
        if (routeDecision.location) prerenderedRes.headers.set("Location", routeDecision.location);
        return prerenderedRes;
      }
      const headers = new Headers();
      if (routeDecision.location) headers.set("Location", routeDecision.location);
      return new Response(null, {
        status: 404,
        headers
      });
    }
  }
  if (i18n.fallback && i18n.fallbackType) {
    const effectiveStatus = state.responseRouteType === "fallback" ? 404 : response.status;
    const fallbackDecision = computeFallbackRoute({
      pathname: url.pathname,
      responseStatus: effectiveStatus,
      currentLocale,
      fallback: i18n.fallback,
      fallbackType: i18n.fallbackType,
      locales: i18n.locales,
      defaultLocale: i18n.defaultLocale,
      strategy: i18n.strategy,
      base: compiled.base
    });
    switch (fallbackDecision.type) {
      case "redirect":
        return new Response(null, {
          status: 302,
          headers: { Location: fallbackDecision.pathname + url.search }
        });
      case "rewrite":
        try {
          return await state.rewrite(fallbackDecision.pathname + url.search);
        } catch {
          break;
        }
    }
  }
  return response;
}
function getPathByLocale(locale, locales) {
  for (const loopLocale of locales) if (typeof loopLocale === "string") {
    if (loopLocale === locale) return loopLocale;
  } else for (const code of loopLocale.codes) if (code === locale) return loopLocale.path;
  throw new AstroError(i18nNoLocaleFoundInPath);
}
function getAllCodes(locales) {
  const result = [];
  for (const loopLocale of locales) if (typeof loopLocale === "string") result.push(loopLocale);
  else result.push(...loopLocale.codes);
  return result;
}
function parseLocale(header) {
  if (header === "*") return [{
    locale: header,
    qualityValue: void 0
  }];
  const result = [];
  const localeValues = header.split(",").map((str) => str.trim());
  for (const localeValue of localeValues) {
    const split = localeValue.split(";").map((str) => str.trim());
    const localeName = split[0];
    const qualityValue = split[1];
    if (!split) continue;
    if (qualityValue && qualityValue.startsWith("q=")) {
      const qualityValueAsFloat = Number.parseFloat(qualityValue.slice(2));
      if (Number.isNaN(qualityValueAsFloat) || qualityValueAsFloat > 1) result.push({
        locale: localeName,
        qualityValue: void 0
      });
      else result.push({
        locale: localeName,
        qualityValue: qualityValueAsFloat
      });
    } else result.push({
      locale: localeName,
      qualityValue: void 0
    });
  }
  return result;
}
function sortAndFilterLocales(browserLocaleList, locales) {
  const normalizedLocales = getAllCodes(locales).map(normalizeTheLocale);
  return browserLocaleList.filter((browserLocale) => {
    if (browserLocale.locale !== "*") return normalizedLocales.includes(normalizeTheLocale(browserLocale.locale));
    return true;
  }).sort((a2, b) => {
    const qa = a2.locale === "*" ? a2.qualityValue ?? 0 : a2.qualityValue ?? 1;
    return (b.locale === "*" ? b.qualityValue ?? 0 : b.qualityValue ?? 1) - qa;
  });
}
function computePreferredLocale(request, locales) {
  const acceptHeader = request.headers.get("Accept-Language");
  let result = void 0;
  if (acceptHeader) {
    const firstResult = sortAndFilterLocales(parseLocale(acceptHeader), locales).at(0);
    if (firstResult && firstResult.locale !== "*") {
      outer: for (const currentLocale of locales) if (typeof currentLocale === "string") {
        if (normalizeTheLocale(currentLocale) === normalizeTheLocale(firstResult.locale)) {
          result = currentLocale;
          break;
        }
      } else for (const currentCode of currentLocale.codes) if (normalizeTheLocale(currentCode) === normalizeTheLocale(firstResult.locale)) {
        result = currentCode;
        break outer;
      }
    }
  }
  return result;
}
function computePreferredLocaleList(request, locales) {
  const acceptHeader = request.headers.get("Accept-Language");
  let result = [];
  if (acceptHeader) {
    const browserLocaleList = sortAndFilterLocales(parseLocale(acceptHeader), locales);
    if (browserLocaleList.length === 1 && browserLocaleList.at(0).locale === "*") return getAllCodes(locales);
    else if (browserLocaleList.length > 0) {
      for (const browserLocale of browserLocaleList) for (const loopLocale of locales) if (typeof loopLocale === "string") {
        if (normalizeTheLocale(loopLocale) === normalizeTheLocale(browserLocale.locale)) result.push(loopLocale);
      } else for (const code of loopLocale.codes) if (normalizeTheLocale(code) === normalizeTheLocale(browserLocale.locale)) result.push(code);
    }
  }
  return result;
}
function computeCurrentLocale(pathname, locales, defaultLocale) {
  for (const segment of pathname.split("/").map(normalizeThePath)) for (const locale of locales) if (typeof locale === "string") {
    if (!segment.includes(locale)) continue;
    if (normalizeTheLocale(locale) === normalizeTheLocale(segment)) return locale;
  } else if (locale.path === segment) return locale.codes.at(0);
  else for (const code of locale.codes) if (normalizeTheLocale(code) === normalizeTheLocale(segment)) return code;
  for (const locale of locales) if (typeof locale === "string") {
    if (locale === defaultLocale) return locale;
  } else if (locale.path === defaultLocale) return locale.codes.at(0);
}
function computeCurrentLocaleFromParams(params, locales) {
  const byNormalizedCode = /* @__PURE__ */ new Map();
  const byPath = /* @__PURE__ */ new Map();
  for (const locale of locales) if (typeof locale === "string") byNormalizedCode.set(normalizeTheLocale(locale), locale);
  else {
    byPath.set(locale.path, locale.codes[0]);
    for (const code of locale.codes) byNormalizedCode.set(normalizeTheLocale(code), code);
  }
  for (const value of Object.values(params)) {
    if (!value) continue;
    const pathMatch = byPath.get(value);
    if (pathMatch) return pathMatch;
    const codeMatch = byNormalizedCode.get(normalizeTheLocale(value));
    if (codeMatch) return codeMatch;
  }
}
function prepareResponse(response, { addCookieHeader }) {
  if (addCookieHeader) for (const setCookieHeaderValue of getSetCookiesFromResponse(response)) response.headers.append("set-cookie", setCookieHeaderValue);
  Reflect.set(response, responseSentSymbol, true);
}
var EMPTY_SLOTS = Object.freeze({});
async function handlePages(state, ctx) {
  const { logger, streaming } = state;
  state.resetResponseMetadata();
  let response;
  const componentInstance = await state.loadComponentInstance();
  switch (state.routeData.type) {
    case "endpoint":
      response = await renderEndpoint(componentInstance, ctx, state.routeData.prerender, logger, state);
      break;
    case "page": {
      const props = await state.getProps();
      const actionApiContext = state.getActionAPIContext();
      const result = await state.createResult(componentInstance, actionApiContext);
      try {
        response = await renderPage(result, componentInstance?.default, props, state.slots ?? EMPTY_SLOTS, streaming, state.routeData);
      } catch (e2) {
        result.cancelled = true;
        throw e2;
      }
      state.responseRouteType = "page";
      if (state.routeData.route === "/404" || state.routeData.route === "/500") state.skipErrorReroute = true;
      break;
    }
    case "redirect":
      return new Response(null, {
        status: 404,
        headers: { [ASTRO_ERROR_HEADER]: "true" }
      });
    case "fallback":
      state.responseRouteType = "fallback";
      return new Response(null, { status: 500 });
  }
  const responseCookies = getCookiesFromResponse(response);
  if (responseCookies) state.cookies.merge(responseCookies);
  state.response = response;
  return response;
}
function matchRoute$1(pathname, manifest2) {
  if (isRoute404(pathname)) {
    const errorRoute = manifest2.routes.find((route) => isRoute404(route.route));
    if (errorRoute) return errorRoute;
  }
  if (isRoute500(pathname)) {
    const errorRoute = manifest2.routes.find((route) => isRoute500(route.route));
    if (errorRoute) return errorRoute;
  }
  return manifest2.routes.find((route) => {
    return route.pattern.test(pathname) || route.fallbackRoutes.some((fallbackRoute) => fallbackRoute.pattern.test(pathname));
  });
}
function isRoute404or500(route) {
  return isRoute404(route.route) || isRoute500(route.route);
}
function isRouteServerIsland(route) {
  return route.component === SERVER_ISLAND_COMPONENT;
}
function ensure404Route(manifest2) {
  if (!manifest2.routes.some((route) => route.route === "/404")) manifest2.routes.push(DEFAULT_404_ROUTE);
  return manifest2;
}
function routeComparator(a2, b) {
  const commonLength = Math.min(a2.segments.length, b.segments.length);
  for (let index = 0; index < commonLength; index++) {
    const aSegment = a2.segments[index];
    const bSegment = b.segments[index];
    const aIsStatic = aSegment.every((part) => !part.dynamic && !part.spread);
    const bIsStatic = bSegment.every((part) => !part.dynamic && !part.spread);
    if (aIsStatic && bIsStatic) {
      const aContent = aSegment.map((part) => part.content).join("");
      const bContent = bSegment.map((part) => part.content).join("");
      if (aContent !== bContent) return aContent.localeCompare(bContent);
    }
    if (aIsStatic !== bIsStatic) return aIsStatic ? -1 : 1;
    const aAllDynamic = aSegment.every((part) => part.dynamic);
    if (aAllDynamic !== bSegment.every((part) => part.dynamic)) return aAllDynamic ? 1 : -1;
    const aHasSpread = aSegment.some((part) => part.spread);
    if (aHasSpread !== bSegment.some((part) => part.spread)) return aHasSpread ? 1 : -1;
  }
  const aLength = a2.segments.length;
  const bLength = b.segments.length;
  if (aLength !== bLength) {
    const aEndsInRest = a2.segments.at(-1)?.some((part) => part.spread);
    const bEndsInRest = b.segments.at(-1)?.some((part) => part.spread);
    if (aEndsInRest !== bEndsInRest && Math.abs(aLength - bLength) === 1) {
      if (aLength > bLength && aEndsInRest) return 1;
      if (bLength > aLength && bEndsInRest) return -1;
    }
    return aLength > bLength ? -1 : 1;
  }
  if (a2.type === "endpoint" !== (b.type === "endpoint")) return a2.type === "endpoint" ? -1 : 1;
  return a2.route.localeCompare(b.route);
}
var Router = class {
  #routes;
  #base;
  #baseWithoutTrailingSlash;
  #buildFormat;
  #trailingSlash;
  constructor(routes2, options) {
    this.#routes = [...routes2].sort(routeComparator);
    this.#base = normalizeBase(options.base);
    this.#baseWithoutTrailingSlash = removeTrailingForwardSlash(this.#base);
    this.#buildFormat = options.buildFormat;
    this.#trailingSlash = options.trailingSlash;
  }
  /**
  * Match an input pathname against the route list.
  * If allowWithoutBase is true, a non-base-prefixed path is still considered.
  */
  match(inputPathname, { allowWithoutBase = false } = {}) {
    const normalized = getRedirectForPathname(inputPathname);
    if (normalized.redirect) return {
      type: "redirect",
      location: normalized.redirect,
      status: 301
    };
    if (this.#base !== "/") {
      const baseWithSlash = `${this.#baseWithoutTrailingSlash}/`;
      if (this.#trailingSlash === "always" && (normalized.pathname === this.#baseWithoutTrailingSlash || normalized.pathname === this.#base)) return {
        type: "redirect",
        location: baseWithSlash,
        status: 301
      };
      if (this.#trailingSlash === "never" && normalized.pathname === baseWithSlash) return {
        type: "redirect",
        location: this.#baseWithoutTrailingSlash,
        status: 301
      };
    }
    const baseResult = stripBase(normalized.pathname, this.#base, this.#baseWithoutTrailingSlash, this.#trailingSlash);
    if (!baseResult) {
      if (!allowWithoutBase) return {
        type: "none",
        reason: "outside-base"
      };
    }
    let pathname = baseResult ?? normalized.pathname;
    if (this.#buildFormat === "file") pathname = normalizeFileFormatPathname(pathname);
    const route = this.#routes.find((candidate) => {
      if (candidate.pattern.test(pathname)) return true;
      return candidate.fallbackRoutes.some((fallbackRoute) => fallbackRoute.pattern.test(pathname));
    });
    if (!route) return {
      type: "none",
      reason: "no-match"
    };
    return {
      type: "match",
      route,
      params: getParams(route, pathname),
      pathname
    };
  }
  /**
  * Returns all routes that match the given pathname, in priority order.
  * Used when the first match (e.g. a prerendered route) cannot serve
  * the request and subsequent matches need to be tried.
  */
  matchAll(inputPathname, { allowWithoutBase = false } = {}) {
    const normalized = getRedirectForPathname(inputPathname);
    if (normalized.redirect) return [];
    const baseResult = stripBase(normalized.pathname, this.#base, this.#baseWithoutTrailingSlash, this.#trailingSlash);
    if (!baseResult && !allowWithoutBase) return [];
    let pathname = baseResult ?? normalized.pathname;
    if (this.#buildFormat === "file") pathname = normalizeFileFormatPathname(pathname);
    return this.#routes.filter((candidate) => {
      if (candidate.pattern.test(pathname)) return true;
      return candidate.fallbackRoutes.some((fallbackRoute) => fallbackRoute.pattern.test(pathname));
    });
  }
};
function normalizeBase(base) {
  if (!base) return "/";
  if (base === "/") return base;
  return prependForwardSlash(base);
}
function getRedirectForPathname(pathname) {
  let value = prependForwardSlash(pathname);
  if (value.startsWith("//")) return {
    pathname: value,
    redirect: `/${value.replace(/^\/+/, "")}`
  };
  return { pathname: value };
}
function stripBase(pathname, base, baseWithoutTrailingSlash, trailingSlash) {
  if (base === "/") return pathname;
  const baseWithSlash = `${baseWithoutTrailingSlash}/`;
  if (pathname === baseWithoutTrailingSlash || pathname === base) return trailingSlash === "always" ? null : "/";
  if (pathname === baseWithSlash) return trailingSlash === "never" ? null : "/";
  if (pathname.startsWith(baseWithSlash)) return pathname.slice(baseWithoutTrailingSlash.length);
  return null;
}
function normalizeFileFormatPathname(pathname) {
  if (pathname.endsWith("/index.html")) {
    const trimmed = pathname.slice(0, -11);
    return trimmed === "" ? "/" : trimmed;
  }
  if (pathname.endsWith(".html")) {
    const trimmed = pathname.slice(0, -5);
    return trimmed === "" ? "/" : trimmed;
  }
  return pathname;
}
function compileRouteTable(manifest2, routes2) {
  const routesList = ensure404Route({ routes: routes2 });
  const router = new Router(routesList.routes, {
    base: manifest2.base,
    trailingSlash: manifest2.trailingSlash,
    buildFormat: manifest2.buildFormat
  });
  return {
    routes: routesList.routes,
    router
  };
}
var routeTables = createManifestMemo((manifest2) => compileRouteTable(manifest2, (manifest2.routes ?? []).map((route) => route.routeData)));
function getRouteTable(manifest2) {
  return routeTables.get(manifest2);
}
function updateRouteTable(manifest2, routes2) {
  routeTables.set(manifest2, compileRouteTable(manifest2, [...routes2]));
}
function matchRoute(manifest2, pathname) {
  const match = getRouteTable(manifest2).router.match(pathname, { allowWithoutBase: true });
  if (match.type !== "match") return void 0;
  return match.route;
}
function matchAllRoutes(manifest2, pathname) {
  return getRouteTable(manifest2).router.matchAll(pathname, { allowWithoutBase: true });
}
function provideSession(state) {
  markFeatureUsed(state.manifest, FetchFeatures.sessions);
}
function getFirstForwardedValue(multiValueHeader) {
  return multiValueHeader?.toString().split(",").map((e2) => e2.trim())[0];
}
function sanitizeHost(hostname) {
  if (!hostname) return void 0;
  if (/[/\\]/.test(hostname)) return void 0;
  return hostname;
}
function parseHost(host) {
  const parts = host.split(":");
  if (parts.length > 2) return void 0;
  return {
    hostname: parts[0],
    port: parts[1]
  };
}
function matchesAllowedDomains(hostname, protocol, port, allowedDomains) {
  const urlString = `${protocol}://${port ? `${hostname}:${port}` : hostname}`;
  if (!URL.canParse(urlString)) return false;
  const testUrl = new URL(urlString);
  return allowedDomains.some((pattern) => matchPattern(testUrl, pattern));
}
function validateHost(host, protocol, allowedDomains) {
  if (!host || host.length === 0) return void 0;
  if (!allowedDomains || allowedDomains.length === 0) return void 0;
  const sanitized = sanitizeHost(host);
  if (!sanitized) return void 0;
  const parsed = parseHost(sanitized);
  if (!parsed) return void 0;
  const { hostname, port } = parsed;
  if (matchesAllowedDomains(hostname, protocol, port, allowedDomains)) return sanitized;
}
function validateForwardedHeaders(forwardedProtocol, forwardedHost, forwardedPort, allowedDomains) {
  const result = {};
  if (forwardedProtocol) {
    if (allowedDomains && allowedDomains.length > 0) {
      if (allowedDomains.some((pattern) => pattern.protocol !== void 0)) try {
        const testUrl = new URL(`${forwardedProtocol}://example.com`);
        if (allowedDomains.some((pattern) => matchPattern(testUrl, { protocol: pattern.protocol }))) result.protocol = forwardedProtocol;
      } catch {
      }
      else if (/^https?$/.test(forwardedProtocol)) result.protocol = forwardedProtocol;
    }
  }
  if (forwardedPort && allowedDomains && allowedDomains.length > 0) {
    if (allowedDomains.some((pattern) => pattern.port !== void 0)) {
      if (allowedDomains.some((pattern) => pattern.port === forwardedPort)) result.port = forwardedPort;
    }
  }
  if (forwardedHost && forwardedHost.length > 0 && allowedDomains && allowedDomains.length > 0) {
    const protoForValidation = result.protocol || "https";
    const sanitized = sanitizeHost(forwardedHost);
    const parsed = sanitized ? parseHost(sanitized) : void 0;
    if (sanitized && parsed) {
      const { hostname, port: portFromHost } = parsed;
      if (matchesAllowedDomains(hostname, protoForValidation, result.port || portFromHost, allowedDomains)) result.host = sanitized;
    }
  }
  return result;
}
var STATUS_CODE_PAGES = /* @__PURE__ */ new Set(["/404", "/500"]);
function getOutputFilename(buildFormat, name, routeData) {
  if (routeData.type === "endpoint") return name;
  if (name === "/" || name === "") return name === "" ? "index.html" : "/index.html";
  if (buildFormat === "file" || STATUS_CODE_PAGES.has(name)) return `${removeTrailingForwardSlash(name || "index")}.html`;
  if (buildFormat === "preserve" && !routeData.isIndex) return `${removeTrailingForwardSlash(name || "index")}.html`;
  return `${removeTrailingForwardSlash(name)}/index.html`;
}
async function renderDefaultError(manifest2, request, { status, response: originalResponse, skipMiddleware = false, error: error3, pathname, ...resolvedRenderOptions }) {
  const resolvedPathname = pathname ?? new FetchState(manifest2, request).pathname;
  const routeTable = getRouteTable(manifest2);
  const errorRouteData = matchRoute$1(getErrorRoutePath(resolvedPathname, status, routeTable.routes, manifest2.i18n?.locales, manifest2.trailingSlash === "always"), routeTable);
  const url = new URL(request.url);
  if (errorRouteData) {
    if (errorRouteData.prerender) {
      const allowedDomains = manifest2.allowedDomains;
      const safeOrigin = validateHost(url.host, url.protocol.replace(":", ""), allowedDomains) ? url.origin : `${url.protocol}//localhost`;
      const statusURL = new URL(`${removeTrailingForwardSlash(manifest2.base)}${getOutputFilename(manifest2.buildFormat, errorRouteData.route, errorRouteData)}`, safeOrigin);
      if (statusURL.toString() !== request.url && resolvedRenderOptions.prerenderedErrorPageFetch) try {
        const newResponse = mergeResponses(await resolvedRenderOptions.prerenderedErrorPageFetch(statusURL.toString()), originalResponse, {
          status,
          removeContentEncodingHeaders: true
        });
        prepareResponse(newResponse, resolvedRenderOptions);
        return newResponse;
      } catch {
        const response2 = mergeResponses(new Response(null, { status }), originalResponse);
        prepareResponse(response2, resolvedRenderOptions);
        return response2;
      }
    }
    const mod = await getEnvironment(manifest2).getComponentByRoute(manifest2, errorRouteData);
    const errorState = new FetchState(manifest2, request);
    errorState.skipMiddleware = skipMiddleware;
    errorState.clientAddress = resolvedRenderOptions.clientAddress;
    errorState.routeData = errorRouteData;
    errorState.pathname = resolvedPathname;
    errorState.status = status;
    errorState.componentInstance = mod;
    errorState.locals = resolvedRenderOptions.locals ?? {};
    errorState.initialProps = { error: error3 };
    try {
      await provideSession(errorState);
      const response2 = await handleMiddleware(errorState, handlePages);
      if (rewroteToEmptyErrorResponse(skipMiddleware, errorRouteData, errorState.routeData, response2)) return renderDefaultError(manifest2, request, {
        ...resolvedRenderOptions,
        status,
        error: error3,
        response: originalResponse,
        skipMiddleware: true,
        pathname: resolvedPathname
      });
      const newResponse = mergeResponses(response2, originalResponse);
      prepareResponse(newResponse, resolvedRenderOptions);
      return newResponse;
    } catch {
      if (skipMiddleware === false) return renderDefaultError(manifest2, request, {
        ...resolvedRenderOptions,
        status,
        error: error3,
        response: originalResponse,
        skipMiddleware: true,
        pathname: resolvedPathname
      });
    } finally {
      await errorState.finalizeAll();
    }
  }
  const response = mergeResponses(new Response(null, { status }), originalResponse);
  prepareResponse(response, resolvedRenderOptions);
  return response;
}
function mergeResponses(newResponse, originalResponse, override) {
  let newResponseHeaders = newResponse.headers;
  if (override?.removeContentEncodingHeaders) {
    newResponseHeaders = new Headers(newResponseHeaders);
    newResponseHeaders.delete("Content-Encoding");
    newResponseHeaders.delete("Content-Length");
  }
  if (!originalResponse) {
    if (override !== void 0) return new Response(newResponse.body, {
      status: override.status,
      statusText: newResponse.statusText,
      headers: newResponseHeaders
    });
    return newResponse;
  }
  const status = override?.status ? override.status : originalResponse.status === 200 ? newResponse.status : originalResponse.status;
  try {
    originalResponse.headers.delete("Content-type");
    originalResponse.headers.delete("Content-Length");
    originalResponse.headers.delete("Transfer-Encoding");
  } catch {
  }
  const newHeaders = new Headers();
  const seen = /* @__PURE__ */ new Set();
  for (const [name, value] of originalResponse.headers) {
    newHeaders.append(name, value);
    seen.add(name.toLowerCase());
  }
  for (const [name, value] of newResponseHeaders) {
    const lower = name.toLowerCase();
    if (!seen.has(lower) || lower === "set-cookie") newHeaders.append(name, value);
  }
  const mergedResponse = new Response(newResponse.body, {
    status,
    statusText: status === 200 ? newResponse.statusText : originalResponse.statusText,
    headers: newHeaders
  });
  const originalCookies = getCookiesFromResponse(originalResponse);
  const newCookies = getCookiesFromResponse(newResponse);
  if (originalCookies) {
    if (newCookies) originalCookies.merge(newCookies);
    attachCookiesToResponse(mergedResponse, originalCookies);
  } else if (newCookies) attachCookiesToResponse(mergedResponse, newCookies);
  return mergedResponse;
}
async function renderBuildError(manifest2, request, options) {
  if (options.status === 500) {
    if (options.response) return options.response;
    throw options.error;
  }
  return renderDefaultError(manifest2, request, {
    ...options,
    prerenderedErrorPageFetch: void 0
  });
}
async function renderDevError(manifest2, request, { skipMiddleware = false, error: error3, status, response: _response, pathname, ...resolvedRenderOptions }, { shouldInjectCspMetaTags }) {
  if (isAstroError(error3) && [MiddlewareNoDataOrNextCalled.name, MiddlewareNotAResponse.name].includes(error3.name)) throw error3;
  const resolvedPathname = pathname ?? new FetchState(manifest2, request).pathname;
  const renderRoute = async (routeData) => {
    try {
      const preloadedComponent = await getEnvironment(manifest2).getComponentByRoute(manifest2, routeData);
      const errorState = new FetchState(manifest2, request);
      errorState.skipMiddleware = skipMiddleware;
      errorState.clientAddress = resolvedRenderOptions.clientAddress;
      errorState.shouldInjectCspMetaTags = shouldInjectCspMetaTags ? !!manifest2.csp : false;
      errorState.routeData = routeData;
      errorState.pathname = resolvedPathname;
      errorState.status = status;
      errorState.componentInstance = preloadedComponent;
      errorState.locals = resolvedRenderOptions.locals ?? {};
      errorState.initialProps = { error: error3 };
      const response = await handleMiddleware(errorState, handlePages);
      if (rewroteToEmptyErrorResponse(skipMiddleware, routeData, errorState.routeData, response)) return renderDevError(manifest2, request, {
        ...resolvedRenderOptions,
        status,
        error: error3,
        skipMiddleware: true,
        pathname: resolvedPathname
      }, { shouldInjectCspMetaTags });
      if (error3) getLogger(manifest2).error("router", error3.stack || error3.message);
      return response;
    } catch (_err) {
      if (skipMiddleware === false) return renderDevError(manifest2, request, {
        ...resolvedRenderOptions,
        status: 500,
        skipMiddleware: true,
        error: _err,
        pathname: resolvedPathname
      }, { shouldInjectCspMetaTags });
      throw _err;
    }
  };
  if (status === 404) {
    const custom404 = getCustom404Route(getRouteTable(manifest2));
    if (custom404) return renderRoute(custom404);
  }
  const custom500 = getCustom500Route(getRouteTable(manifest2));
  if (!custom500) throw error3;
  else return renderRoute(custom500);
}
function renderErrorPage(manifest2, request, options) {
  const env = getEnvironment(manifest2);
  switch (env.errorStrategy) {
    case "dev":
      return renderDevError(manifest2, request, options, { shouldInjectCspMetaTags: env.injectCspMetaTagsOnErrorPages });
    case "build":
      return renderBuildError(manifest2, request, options);
    case "default":
      return renderDefaultError(manifest2, request, options);
  }
}
function renderErrorFromState(state, request, options) {
  if (state.renderError) return state.renderError(request, options);
  return renderErrorPage(state.manifest, request, options);
}
function rewroteToEmptyErrorResponse(skipMiddleware, errorRouteData, renderedRouteData, response) {
  return skipMiddleware === false && renderedRouteData !== errorRouteData && response.body === null && REROUTABLE_STATUS_CODES.includes(response.status);
}
async function callMiddleware(onRequest2, apiContext, responseFunction) {
  let nextCalled = false;
  let responseFunctionPromise = void 0;
  const next = async (payload) => {
    nextCalled = true;
    responseFunctionPromise = responseFunction(apiContext, payload);
    return responseFunctionPromise;
  };
  const middlewarePromise = onRequest2(apiContext, next);
  return await Promise.resolve(middlewarePromise).then(async (value) => {
    if (nextCalled) {
      if (typeof value !== "undefined") {
        if (value instanceof Response === false) throw new AstroError(MiddlewareNotAResponse);
        return value;
      } else if (responseFunctionPromise) return responseFunctionPromise;
      else throw new AstroError(MiddlewareNotAResponse);
    } else if (typeof value === "undefined") throw new AstroError(MiddlewareNoDataOrNextCalled);
    else if (value instanceof Response === false) throw new AstroError(MiddlewareNotAResponse);
    else return value;
  });
}
function sequence(...handlers2) {
  const filtered = handlers2.filter((h) => !!h);
  const length = filtered.length;
  if (!length) return defineMiddleware((_context, next) => {
    return next();
  });
  return defineMiddleware((context, next) => {
    let carriedPayload = void 0;
    return applyHandle(0, context);
    function applyHandle(i2, handleContext) {
      const handle = filtered[i2];
      return handle(handleContext, async (payload) => {
        if (i2 < length - 1) {
          if (payload) {
            const oldPathname = handleContext.url.pathname;
            const state = Reflect.get(handleContext, fetchStateSymbol);
            if (!state) throw new Error("FetchState not found on APIContext. `next(payload)` rewrites require a context created through Astro's request pipeline.");
            const manifest2 = state.manifest;
            const { routeData, pathname } = await getEnvironment(manifest2).tryRewrite(manifest2, payload, handleContext.request);
            let newRequest;
            if (payload instanceof Request) newRequest = payload;
            else {
              const request = handleContext.request.method === "GET" || handleContext.request.method === "HEAD" ? handleContext.request : handleContext.request.clone();
              newRequest = copyRequest(payload instanceof URL ? payload : new URL(payload, handleContext.url.origin), request, false, state.logger, routeData.route);
            }
            if (manifest2.serverLike === true && handleContext.isPrerendered === false && routeData.prerender === true) throw new AstroError({
              ...ForbiddenRewrite,
              message: ForbiddenRewrite.message(handleContext.url.pathname, pathname, routeData.component),
              hint: ForbiddenRewrite.hint(routeData.component)
            });
            carriedPayload = payload;
            handleContext.request = newRequest;
            handleContext.url = new URL(newRequest.url);
            handleContext.params = getParams(routeData, pathname);
            handleContext.routePattern = routeData.route;
            setOriginPathname(handleContext.request, oldPathname, manifest2.trailingSlash, manifest2.buildFormat);
          }
          return applyHandle(i2 + 1, handleContext);
        } else return next(payload ?? carriedPayload);
      });
    }
  });
}
var resolvedMiddleware = /* @__PURE__ */ new WeakMap();
var middlewareMemo = createAsyncManifestMemo(async (manifest2) => {
  let handler;
  if (manifest2.middleware) {
    const internalMiddlewares = [(await manifest2.middleware()).onRequest ?? NOOP_MIDDLEWARE_FN];
    if (manifest2.checkOrigin) internalMiddlewares.unshift(createOriginCheckMiddleware());
    handler = sequence(...internalMiddlewares);
  } else handler = NOOP_MIDDLEWARE_FN;
  resolvedMiddleware.set(manifest2, handler);
  return handler;
});
function getMiddleware(manifest2) {
  return middlewareMemo.get(manifest2);
}
var EMPTY_OPTIONS = Object.freeze({ tags: [] });
var NoopAstroCache = class {
  enabled = false;
  set() {
  }
  get tags() {
    return [];
  }
  get options() {
    return EMPTY_OPTIONS;
  }
  async invalidate() {
  }
};
var hasWarned = false;
var DisabledAstroCache = class {
  enabled = false;
  #logger;
  constructor(logger) {
    this.#logger = logger;
  }
  #warn() {
    if (!hasWarned) {
      hasWarned = true;
      this.#logger?.warn("cache", "`cache.set()` was called but caching is not enabled. Configure a cache provider in your Astro config under `cache` to enable caching.");
    }
  }
  set() {
    this.#warn();
  }
  get tags() {
    return [];
  }
  get options() {
    return EMPTY_OPTIONS;
  }
  async invalidate() {
    throw new AstroError(CacheNotEnabled);
  }
};
async function handleMiddleware(state, renderRouteCallback) {
  markFeatureUsed(state.manifest, FetchFeatures.middleware);
  await state.getProps();
  const apiContext = state.getAPIContext();
  state.counter++;
  if (state.counter === 4) return new Response("Loop Detected", {
    status: 508,
    statusText: "Astro detected a loop where you tried to call the rewriting logic more than four times."
  });
  const next = async (ctx, payload) => {
    if (payload) {
      state.logger.debug("router", "Called rewriting to:", payload);
      applyRewriteToState(state, payload, await getEnvironment(state.manifest).tryRewrite(state.manifest, payload, state.request));
    }
    return renderRouteCallback(state, ctx);
  };
  let response;
  if (state.skipMiddleware) response = await next(apiContext);
  else response = await callMiddleware(sequence(await getMiddleware(state.manifest)), apiContext, next);
  attachCookiesToResponse(response, state.cookies);
  state.response = response;
  return response;
}
function createNormalizedUrl(requestUrl) {
  return normalizeUrl(new URL(requestUrl));
}
function setPathname(url, pathname) {
  if (url.pathname !== pathname) url.pathname = pathname;
}
function normalizeUrl(url) {
  try {
    setPathname(url, validateAndDecodePathname(url.pathname));
  } catch {
    try {
      setPathname(url, decodeURI(url.pathname));
    } catch {
    }
  }
  setPathname(url, collapseDuplicateSlashes(url.pathname));
  return url;
}
function applyRewriteToState(state, payload, { routeData, componentInstance, newUrl, pathname }, { mergeCookies = false } = {}) {
  const oldPathname = state.pathname;
  const isI18nFallback = routeData.fallbackRoutes && routeData.fallbackRoutes.length > 0;
  if (state.manifest.serverLike && !state.routeData.prerender && routeData.prerender && !isI18nFallback) throw new AstroError({
    ...ForbiddenRewrite,
    message: ForbiddenRewrite.message(state.pathname, pathname, routeData.component),
    hint: ForbiddenRewrite.hint(routeData.component)
  });
  state.routeData = routeData;
  state.componentInstance = componentInstance;
  if (payload instanceof Request) state.request = payload;
  else state.request = copyRequest(newUrl, state.request, routeData.prerender, state.logger, state.routeData.route);
  state.url = createNormalizedUrl(state.request.url);
  if (mergeCookies) {
    const newCookies = new AstroCookies(state.request, state.logger);
    if (state.cookies) newCookies.merge(state.cookies);
    state.cookies = newCookies;
  }
  state.params = getParams(routeData, pathname);
  state.pathname = pathname;
  state.isRewriting = true;
  state.status = 200;
  setOriginPathname(state.request, oldPathname, state.manifest.trailingSlash, state.manifest.buildFormat);
  state.invalidateContexts();
}
async function executeRewrite(state, payload) {
  state.logger.debug("router", "Calling rewrite: ", payload);
  applyRewriteToState(state, payload, await getEnvironment(state.manifest).tryRewrite(state.manifest, payload, state.request), { mergeCookies: true });
  return handleMiddleware(state, handlePages);
}
function computePathnameFromDomain(request, url, i18n, base, trailingSlash, allowedDomains, logger, pathnameFromRequest) {
  let pathname = void 0;
  if (i18n && (i18n.strategy === "domains-prefix-always" || i18n.strategy === "domains-prefix-other-locales" || i18n.strategy === "domains-prefix-always-no-redirect")) {
    const validated = validateForwardedHeaders(getFirstForwardedValue(request.headers.get("X-Forwarded-Proto") ?? void 0), getFirstForwardedValue(request.headers.get("X-Forwarded-Host") ?? void 0), getFirstForwardedValue(request.headers.get("X-Forwarded-Port") ?? void 0), allowedDomains);
    const protocol = validated.protocol ? `${validated.protocol}:` : url.protocol;
    const requestHost = request.headers.get("Host") ?? void 0;
    const validatedRequestHost = allowedDomains?.length ? validateHost(requestHost, protocol.slice(0, -1), allowedDomains) : requestHost;
    let host = validated.host ?? validatedRequestHost;
    if (host && protocol) {
      host = host.split(":")[0];
      try {
        let locale;
        const hostAsUrl = new URL(`${protocol}//${host}`);
        for (const [domainKey, localeValue] of Object.entries(i18n.domainLookupTable)) {
          const domainKeyAsUrl = new URL(domainKey);
          if (hostAsUrl.host === domainKeyAsUrl.host && hostAsUrl.protocol === domainKeyAsUrl.protocol) {
            locale = localeValue;
            break;
          }
        }
        if (locale) {
          const requestPathname = pathnameFromRequest ?? stripRequestBase(url.pathname, base);
          pathname = prependForwardSlash(joinPaths(normalizeTheLocale(locale), requestPathname));
          if (trailingSlash === "always") pathname = appendForwardSlash(pathname);
          else if (trailingSlash === "never") pathname = removeTrailingForwardSlash(pathname);
          else if (url.pathname.endsWith("/")) pathname = appendForwardSlash(pathname);
        }
      } catch (e2) {
        logger.error("router", `Astro tried to parse ${protocol}//${host} as an URL, but it threw a parsing error. Check the X-Forwarded-Host and X-Forwarded-Proto headers.`);
        logger.error("router", `Error: ${e2}`);
      }
    }
  }
  return pathname;
}
var sites = createManifestMemo((manifest2) => manifest2.site ? new URL(manifest2.site) : void 0);
function getSite(manifest2) {
  return sites.get(manifest2);
}
async function getServerIslands(manifest2) {
  if (manifest2.serverIslandMappings) return manifest2.serverIslandMappings();
  return {
    serverIslandMap: /* @__PURE__ */ new Map(),
    serverIslandNameMap: /* @__PURE__ */ new Map()
  };
}
var slotValuesSymbol = /* @__PURE__ */ Symbol("astro.slotValues");
function getFetchStateFromAPIContext(context) {
  const state = context[fetchStateSymbol];
  if (!state) throw new Error("FetchState not found on APIContext. This is an internal error \u2014 the context was not created through Astro's request pipeline.");
  return state;
}
var FetchState = class {
  /** The manifest — the single ambient source of static, build-time data. */
  manifest;
  /** The manifest's identity-stable logger, captured once at construction. */
  logger;
  /**
  * Whether page renders stream. From the facade hooks on the fast path,
  * else the environment's default.
  */
  streaming;
  /**
  * Internal facade hook: late-bound `app.renderError` dispatch. Undefined on
  * bare and custom-handler paths — those fall through to the environment's
  * error strategy (`renderErrorPage`).
  */
  renderError;
  /**
  * Internal facade hook: late-bound `app.logThisRequest` dispatch. Undefined
  * on bare and custom-handler paths — those fall through to the
  * environment's `logRequest` behavior.
  */
  logRequest;
  /**
  * The request to render. Mutated during rewrites so subsequent renders
  * see the rewritten URL.
  */
  request;
  routeData;
  /**
  * The pathname to use for routing and rendering. Starts out as the raw,
  * base-stripped, decoded pathname from the request. May be further
  * normalized by `handleRequest` after routeData is known (in dev, when
  * the matched route has no `.html` extension, `.html` / `/index.html`
  * suffixes are stripped).
  */
  pathname;
  /** Resolved render options (addCookieHeader, clientAddress, locals, etc.). */
  renderOptions;
  /** When the request started, used to log duration. */
  timeStart;
  /**
  * The route's loaded component module. Set before middleware runs; may
  * be swapped during in-flight rewrites from inside the middleware chain.
  */
  componentInstance;
  /**
  * Slot overrides supplied by the container API. `undefined` for HTTP
  * requests — `PagesHandler` coalesces to `{}` on read so we don't
  * allocate an empty object per request.
  */
  slots;
  /**
  * The `Response` produced by handlers, if any. Set after page
  * rendering or middleware completes.
  */
  response;
  /**
  * Default HTTP status for the rendered response. Callers override
  * before rendering runs (e.g. `handleRequest` sets this from
  * `BaseApp.getDefaultStatusCode`; error handlers set `404` / `500`).
  */
  status = 200;
  /** Whether user middleware should be skipped for this request. */
  skipMiddleware = false;
  /**
  * Set to `true` when the request path was encoded too many times to fully
  * decode (see {@link validateAndDecodePathname}). These requests are
  * rejected with a `400` before middleware or routing run.
  */
  invalidEncoding = false;
  /** A flag that tells the render content if the rewriting was triggered. */
  isRewriting = false;
  /** A safety net in case of loops (rewrite counter). */
  counter = 0;
  /** Cookies for this request. Created lazily on first access. */
  cookies;
  /** Route params derived from routeData + pathname. Computed lazily. */
  #params;
  get params() {
    if (!this.#params && this.routeData) this.#params = getParams(this.routeData, this.pathname);
    return this.#params;
  }
  set params(value) {
    this.#params = value;
  }
  /** Normalized URL for this request. */
  url;
  /** Client address for this request. */
  clientAddress;
  /** Whether this is a partial render (container API). */
  partial;
  /** Internal metadata about the current response route type. */
  responseRouteType;
  /** Internal flag to prevent rerouting this response to an error page. */
  skipErrorReroute = false;
  /** Whether to inject CSP meta tags. */
  shouldInjectCspMetaTags;
  /** Request-scoped locals object, shared with user middleware. */
  locals = {};
  /**
  * Memoized `props` (see `getProps`). `null` means "not yet computed"
  * — using `null` (rather than `undefined`) keeps the hidden class
  * stable and distinct from a valid-but-empty result.
  */
  props = null;
  /** Memoized `ActionAPIContext` (see `getActionAPIContext`). */
  actionApiContext = null;
  /** Memoized `APIContext` (see `getAPIContext`). */
  apiContext = null;
  /** Registered context providers keyed by name. Lazy-initialized on first provide(). */
  #providers;
  /** Cached values from resolved providers. Lazy-initialized on first resolve(). */
  #providersResolvedValues;
  /** Cached promise for lazy component instance loading. */
  #componentInstancePromise;
  /** SSR result for the current page render. */
  result;
  /** Initial props (from container/error handler). */
  initialProps = {};
  /** Memoized Astro page partial. */
  #astroPagePartial;
  /**
  * Locale-prefixed pathname derived from the Host header for domain-based
  * i18n routing (e.g. `/en/boats/1/foo`), or `undefined` when the request
  * isn't served from a locale-mapped domain. When set, `this.pathname` is
  * derived from it so locale/param resolution match the route pattern.
  */
  #domainPathname;
  /** Memoized current locale. */
  #currentLocale;
  /** Memoized preferred locale. */
  #preferredLocale;
  /** Memoized preferred locale list. */
  #preferredLocaleList;
  constructor(manifest2, request, options, hooks) {
    this.manifest = manifest2;
    this.logger = getLogger(manifest2);
    this.streaming = hooks?.streaming ?? getEnvironment(manifest2).defaultStreaming(manifest2);
    this.renderError = hooks?.renderError;
    this.logRequest = hooks?.logRequest;
    this.request = request;
    options ??= getRenderOptions(request);
    this.routeData = options?.routeData;
    const self = this;
    this.renderOptions = {
      ...options ?? {
        addCookieHeader: false,
        clientAddress: void 0,
        prerenderedErrorPageFetch: fetch,
        routeData: void 0,
        waitUntil: void 0
      },
      get locals() {
        return self.locals;
      }
    };
    this.componentInstance = void 0;
    this.slots = void 0;
    const url = new URL(request.url);
    const publicPathname = this.#normalizePathname(url.pathname);
    const pathname = this.#computePathname(publicPathname);
    setPathname(url, publicPathname);
    setPathname(url, collapseDuplicateSlashes(url.pathname));
    const domainPathname = computePathnameFromDomain(request, url, manifest2.i18n, manifest2.base, manifest2.trailingSlash, manifest2.allowedDomains, this.logger, pathname);
    if (domainPathname) {
      this.#domainPathname = domainPathname;
      this.pathname = domainPathname;
    } else this.pathname = pathname;
    this.timeStart = performance.now();
    this.clientAddress = options?.clientAddress;
    this.locals = options?.locals ?? {};
    this.url = url;
    this.cookies = new AstroCookies(request, this.logger);
    if (manifest2.allowedDomains && manifest2.allowedDomains.length > 0 && !this.routeData?.prerender) this.#applyForwardedHeaders();
    if (!Reflect.get(this.request, originPathnameSymbol)) setOriginPathname(this.request, this.pathname, manifest2.trailingSlash, manifest2.buildFormat);
    this.#resolveRouteData();
  }
  /**
  * Triggers a rewrite. Delegates to the rewrites handler module.
  */
  rewrite(payload) {
    return executeRewrite(this, payload);
  }
  /**
  * Creates the SSR result for the current page render.
  */
  async createResult(mod, ctx) {
    const manifest2 = this.manifest;
    const env = getEnvironment(manifest2);
    const { clientDirectives, inlinedScripts, compressHTML } = manifest2;
    const renderers2 = env.getRenderers(manifest2);
    const resolve = (specifier) => env.resolve(manifest2, specifier);
    const routeData = this.routeData;
    const { links, scripts, styles } = await env.headElements(manifest2, routeData);
    const extraStyleHashes = [];
    const extraScriptHashes = [];
    const shouldInjectCspMetaTags = this.shouldInjectCspMetaTags ?? manifest2.shouldInjectCspMetaTags;
    const cspAlgorithm = manifest2.csp?.algorithm ?? "SHA-256";
    if (shouldInjectCspMetaTags) {
      for (const style of styles) extraStyleHashes.push(await generateCspDigest(style.children, cspAlgorithm));
      for (const script of scripts) extraScriptHashes.push(await generateCspDigest(script.children, cspAlgorithm));
    }
    const componentMetadata = await env.componentMetadata(manifest2, routeData) ?? manifest2.componentMetadata;
    const headers = new Headers({ "Content-Type": "text/html" });
    const partial2 = typeof this.partial === "boolean" ? this.partial : Boolean(mod.partial);
    const actionResult = hasActionPayload(this.locals) ? deserializeActionResult(this.locals._actionPayload.actionResult) : void 0;
    const status = this.status;
    const response = {
      status: actionResult?.error ? actionResult?.error.status : status,
      statusText: actionResult?.error ? actionResult?.error.type : "OK",
      get headers() {
        return headers;
      },
      set headers(_) {
        throw new AstroError(AstroResponseHeadersReassigned);
      }
    };
    const state = this;
    const result = {
      base: manifest2.base,
      userAssetsBase: manifest2.userAssetsBase,
      cancelled: false,
      clientDirectives,
      inlinedScripts,
      componentMetadata,
      compressHTML,
      cookies: this.cookies,
      createAstro: (props, slots) => state.createAstro(result, props, slots, ctx),
      links,
      params: this.params,
      partial: partial2,
      pathname: this.pathname,
      renderers: renderers2,
      resolve,
      response,
      request: this.request,
      scripts,
      styles,
      actionResult,
      async getServerIslandNameMap() {
        return (await getServerIslands(manifest2)).serverIslandNameMap ?? /* @__PURE__ */ new Map();
      },
      key: manifest2.key,
      trailingSlash: manifest2.trailingSlash,
      _metadata: {
        hasHydrationScript: false,
        rendererSpecificHydrationScripts: /* @__PURE__ */ new Set(),
        hasRenderedHead: false,
        renderedScripts: /* @__PURE__ */ new Set(),
        hasDirectives: /* @__PURE__ */ new Set(),
        hasRenderedServerIslandRuntime: false,
        headInTree: false,
        extraHead: [],
        extraStyleHashes,
        extraScriptHashes,
        propagators: /* @__PURE__ */ new Set(),
        routeHasPropagation: false,
        pendingSlotEvaluations: [],
        templateDepth: 0
      },
      cspDestination: manifest2.csp?.cspDestination ?? (routeData.prerender ? "meta" : "header"),
      shouldInjectCspMetaTags,
      cspAlgorithm,
      directives: manifest2.csp?.directives ? [...manifest2.csp.directives] : [],
      scriptHashes: manifest2.csp?.scriptHashes ? [...manifest2.csp.scriptHashes] : [],
      scriptResources: manifest2.csp?.scriptResources ? [...manifest2.csp.scriptResources] : [],
      styleHashes: manifest2.csp?.styleHashes ? [...manifest2.csp.styleHashes] : [],
      styleResources: manifest2.csp?.styleResources ? [...manifest2.csp.styleResources] : [],
      isStrictDynamic: manifest2.csp?.isStrictDynamic ?? false,
      scriptDirective: {
        resources: manifest2.csp?.scriptDirective ? [...manifest2.csp.scriptDirective.resources] : [],
        hashes: manifest2.csp?.scriptDirective ? [...manifest2.csp.scriptDirective.hashes] : [],
        strictDynamic: manifest2.csp?.scriptDirective?.strictDynamic ?? false
      },
      styleDirective: {
        resources: manifest2.csp?.styleDirective ? [...manifest2.csp.styleDirective.resources] : [],
        hashes: manifest2.csp?.styleDirective ? [...manifest2.csp.styleDirective.hashes] : []
      },
      speculationRulesContent: manifest2.csp?.speculationRulesContent,
      internalFetchHeaders: manifest2.internalFetchHeaders
    };
    this.result = result;
    return result;
  }
  /**
  * Creates the Astro global object for a component render.
  */
  createAstro(result, props, slotValues, apiContext) {
    let astroPagePartial;
    if (this.isRewriting) this.#astroPagePartial = this.createAstroPagePartial(result, apiContext);
    this.#astroPagePartial ??= this.createAstroPagePartial(result, apiContext);
    astroPagePartial = this.#astroPagePartial;
    const Astro = Object.assign(Object.create(astroPagePartial), {
      props,
      self: null
    });
    Object.defineProperty(Astro, slotValuesSymbol, {
      value: slotValues,
      writable: true,
      configurable: true,
      enumerable: false
    });
    return Astro;
  }
  /**
  * Creates the Astro page-level partial (prototype for Astro global).
  */
  createAstroPagePartial(result, apiContext) {
    const state = this;
    const { cookies, locals, params, logger, url } = this;
    const { response } = result;
    const redirect = (path, status = 302) => {
      if (state.request[responseSentSymbol]) throw new AstroError({ ...ResponseSentError });
      return new Response(null, {
        status,
        headers: { Location: path }
      });
    };
    const rewrite = async (reroutePayload) => {
      return await state.rewrite(reroutePayload);
    };
    const callAction = createCallAction(apiContext);
    const partial2 = {
      generator: ASTRO_GENERATOR,
      routePattern: this.routeData.route,
      isPrerendered: this.routeData.prerender,
      cookies,
      get slots() {
        const slotsByAstro = result._metadata.slotsByAstro ??= /* @__PURE__ */ new WeakMap();
        let slots = slotsByAstro.get(this);
        if (slots === void 0) {
          slots = new Slots(result, this[slotValuesSymbol] ?? null, logger);
          slotsByAstro.set(this, slots);
        }
        return slots;
      },
      get clientAddress() {
        return state.getClientAddress();
      },
      get currentLocale() {
        return state.computeCurrentLocale();
      },
      params,
      get preferredLocale() {
        return state.computePreferredLocale();
      },
      get preferredLocaleList() {
        return state.computePreferredLocaleList();
      },
      locals,
      redirect,
      rewrite,
      request: this.request,
      response,
      site: getSite(this.manifest),
      getActionResult: createGetActionResult(locals),
      get callAction() {
        return callAction;
      },
      url,
      get originPathname() {
        return getOriginPathname(state.request);
      },
      get csp() {
        return state.getCsp();
      },
      get logger() {
        return astroToRuntimeLogger(logger);
      }
    };
    this.defineProviderGetters(partial2);
    return partial2;
  }
  getClientAddress() {
    const { clientAddress } = this;
    const routeData = this.routeData;
    if (routeData.prerender) throw new AstroError({
      ...PrerenderClientAddressNotAvailable,
      message: PrerenderClientAddressNotAvailable.message(routeData.component)
    });
    if (clientAddress) return clientAddress;
    if (this.manifest.adapterName) throw new AstroError({
      ...ClientAddressNotAvailable,
      message: ClientAddressNotAvailable.message(this.manifest.adapterName)
    });
    throw new AstroError(StaticClientAddressNotAvailable);
  }
  getCookies() {
    return this.cookies;
  }
  getCsp() {
    const state = this;
    if (!this.manifest.csp) {
      if (getEnvironment(this.manifest).runtimeMode === "production") this.logger.warn("csp", `context.csp was used when rendering the route ${s.green(state.routeData.route)}, but CSP was not configured. For more information, see https://docs.astro.build/en/reference/configuration-reference/#securitycsp`);
      return;
    }
    const warnedFallback = /* @__PURE__ */ new Set();
    const warnFallback = (family, kind) => {
      if (kind === "default" || !state.result) return;
      const defaultResources = (family === "script" ? state.result.scriptDirective : state.result.styleDirective).resources.map(normalizeCspResourceEntry).filter((entry) => entry.kind === "default").map((entry) => entry.resource);
      if (defaultResources.length === 0) return;
      const key = `${family}:${kind}`;
      if (warnedFallback.has(key)) return;
      warnedFallback.add(key);
      const general = `${family}-src`;
      const specific = `${general}-${kind === "element" ? "elem" : "attr"}`;
      state.logger.warn("csp", `A resource was added to \`${specific}\`, but \`${general}\` also defines custom resources (${defaultResources.join(" ")}). Because \`${specific}\` overrides \`${general}\` for its scope (browsers do not fall back), those resources will not apply there. Add them to \`${specific}\` as well if needed.`);
    };
    return {
      insertDirective(payload) {
        if (state.result) state.result.directives = pushDirective(state.result.directives, payload);
      },
      insertScriptResource(payload) {
        if (!state.result) return;
        warnFallback("script", normalizeCspResourceEntry(payload).kind);
        state.result.scriptDirective.resources.push(payload);
      },
      insertStyleResource(payload) {
        if (!state.result) return;
        warnFallback("style", normalizeCspResourceEntry(payload).kind);
        state.result.styleDirective.resources.push(payload);
      },
      insertStyleHash(payload) {
        state.result?.styleDirective.hashes.push(payload);
      },
      insertScriptHash(payload) {
        state.result?.scriptDirective.hashes.push(payload);
      }
    };
  }
  computeCurrentLocale() {
    const { url, manifest: { i18n }, routeData } = this;
    if (!i18n || !routeData) return;
    const { defaultLocale, locales, strategy } = i18n;
    const fallbackTo = strategy === "pathname-prefix-other-locales" || strategy === "domains-prefix-other-locales" ? defaultLocale : void 0;
    if (this.#currentLocale) return this.#currentLocale;
    let computedLocale;
    if (isRouteServerIsland(routeData)) {
      let referer = this.request.headers.get("referer");
      if (referer) {
        if (URL.canParse(referer)) referer = new URL(referer).pathname;
        computedLocale = computeCurrentLocale(referer, locales, defaultLocale);
      }
    } else {
      let pathname = routeData.pathname;
      if (this.#domainPathname) pathname = this.pathname;
      else if (url && !routeData.pattern.test(url.pathname)) {
        for (const fallbackRoute of routeData.fallbackRoutes) if (fallbackRoute.pattern.test(url.pathname)) {
          pathname = fallbackRoute.pathname;
          break;
        }
      }
      pathname = pathname && !isRoute404or500(routeData) ? pathname : url.pathname ?? this.pathname;
      computedLocale = computeCurrentLocale(pathname, locales, defaultLocale);
      if (routeData.params.length > 0) {
        const localeFromParams = computeCurrentLocaleFromParams(this.params, locales);
        if (localeFromParams) computedLocale = localeFromParams;
      }
    }
    this.#currentLocale = computedLocale ?? fallbackTo;
    return this.#currentLocale;
  }
  computePreferredLocale() {
    const { manifest: { i18n }, request } = this;
    if (!i18n) return;
    return this.#preferredLocale ??= computePreferredLocale(request, i18n.locales);
  }
  computePreferredLocaleList() {
    const { manifest: { i18n }, request } = this;
    if (!i18n) return;
    return this.#preferredLocaleList ??= computePreferredLocaleList(request, i18n.locales);
  }
  /**
  * Lazily loads the route's component module. Returns the cached
  * instance if already loaded. The promise is cached so concurrent
  * callers share the same load.
  */
  async loadComponentInstance() {
    if (this.componentInstance) return this.componentInstance;
    if (this.#componentInstancePromise) return this.#componentInstancePromise;
    this.#componentInstancePromise = getEnvironment(this.manifest).getComponentByRoute(this.manifest, this.routeData).then((mod) => {
      this.componentInstance = mod;
      return mod;
    });
    return this.#componentInstancePromise;
  }
  /**
  * Registers a context provider under the given key. Handlers call
  * this to contribute values to the request context (e.g. sessions).
  * The `create` factory is called lazily on the first `resolve(key)`.
  */
  provide(key, provider) {
    (this.#providers ??= /* @__PURE__ */ new Map()).set(key, provider);
  }
  /**
  * Lazily resolves a provider registered under `key`. Calls
  * `provider.create()` on first access and caches the result.
  * Returns `undefined` if no provider was registered for the key.
  */
  resolve(key) {
    if (this.#providersResolvedValues?.has(key)) return this.#providersResolvedValues.get(key);
    const provider = this.#providers?.get(key);
    if (!provider) return void 0;
    const value = provider.create();
    (this.#providersResolvedValues ??= /* @__PURE__ */ new Map()).set(key, value);
    return value;
  }
  /**
  * Runs all registered `finalize` callbacks. Should be called after
  * the response is produced, typically in a `finally` block.
  *
  * Returns synchronously (no promise allocation) when nothing needs
  * finalizing — important for the hot path where sessions are not used.
  */
  finalizeAll() {
    if (!this.#providersResolvedValues || this.#providersResolvedValues.size === 0) return;
    let chain;
    for (const [key, provider] of this.#providers) if (provider.finalize && this.#providersResolvedValues.has(key)) {
      const result = provider.finalize(this.#providersResolvedValues.get(key));
      if (result) chain = chain ? chain.then(() => result) : result;
    }
    return chain;
  }
  /**
  * Adds lazy getters to `target` for each registered provider key.
  * Used by context creation (APIContext, Astro global) so that
  * provider values like `session` and `cache` appear as properties
  * without hard-coding the keys.
  *
  * Always defines a `session` getter (returning `undefined` when no
  * provider is registered) so `ctx.session` / `Astro.session` is a
  * present property regardless of whether the sessions handler was
  * included in the pipeline.
  */
  defineProviderGetters(target) {
    const state = this;
    if (this.#providers) for (const key of this.#providers.keys()) Object.defineProperty(target, key, {
      get: () => state.resolve(key),
      enumerable: true,
      configurable: true
    });
    if (!this.#providers?.has("session")) {
      let warned = false;
      Object.defineProperty(target, "session", {
        get() {
          if (!warned) {
            warned = true;
            state.logger.warn("session", "`Astro.session` was accessed but no session storage is configured. Either configure the storage manually or use an adapter that provides session storage. For more information, see https://docs.astro.build/en/guides/sessions/");
          }
        },
        enumerable: true,
        configurable: true
      });
    }
  }
  /**
  * Resolves the route to use for this request and stores it on
  * `this.routeData`. If the adapter (or the dev server) provided a
  * `routeData` via render options it's already set and this is a
  * no-op. Otherwise we use the app's synchronous route matcher and
  * fall back to a `404.astro` route so middleware can still run.
  *
  * Called eagerly from the constructor so individual handlers
  * (actions, pages, middleware, etc.) always see a resolved route
  * without the caller needing an extra setup step.
  *
  * Once routeData is known, finalizes `this.pathname`: in dev, if the
  * matched route has no `.html` extension, strip `.html` / `/index.html`
  * suffixes so the rendering pipeline sees the canonical pathname.
  */
  /**
  * Strip `.html` / `/index.html` suffixes from the pathname so the
  * rendering pipeline sees the canonical route path. Only applies to
  * page routes where `.html` is framework-injected. Endpoint routes
  * preserve `.html` because any such suffix is user-provided (e.g.
  * from `getStaticPaths` params). Skipped when the matched route
  * itself has an `.html` extension in its definition.
  */
  #stripHtmlExtension() {
    if (this.routeData && this.routeData.type === "page" && !routeHasHtmlExtension(this.routeData)) {
      const original = this.pathname;
      this.pathname = this.pathname.replace(/\/index\.html$/, "/").replace(/\.html$/, "");
      if (this.manifest.trailingSlash === "always" && this.pathname !== "" && !this.pathname.endsWith("/")) this.pathname += "/";
      if (this.pathname !== original && this.routeData.pattern.test(original) && !this.routeData.pattern.test(this.pathname)) this.pathname = original;
    }
  }
  #resolveRouteData() {
    if (this.routeData) {
      this.#stripHtmlExtension();
      return;
    }
    const matched = matchRoute(this.manifest, this.pathname);
    if (matched && matched.prerender && this.manifest.serverLike) {
      if (matched.params.length > 0) {
        const allMatches = matchAllRoutes(this.manifest, this.pathname);
        this.routeData = allMatches.find((r2) => !r2.prerender);
      } else this.routeData = void 0;
    } else this.routeData = matched;
    this.logger.debug("router", "Astro matched the following route for " + this.request.url);
    this.logger.debug("router", "RouteData:\n" + this.routeData);
    if (!this.routeData) {
      const custom404 = getCustom404Route(getRouteTable(this.manifest));
      if (custom404 && !custom404.prerender) this.routeData = custom404;
    }
    if (!this.routeData) {
      this.logger.debug("router", "Astro hasn't found routes that match " + this.request.url);
      this.logger.debug("router", "Here's the available routes:\n", getRouteTable(this.manifest));
      return;
    }
    this.#stripHtmlExtension();
  }
  /**
  * Strips the manifest's base from a normalized request pathname and prepends
  * a forward slash.
  *
  * Mirrors `BaseApp.removeBase`: the router matches against this stripped path
  * while middleware reads the un-stripped `context.url.pathname`, so both must
  * strip the base identically.
  */
  #computePathname(normalizedPathname) {
    return prependForwardSlash(stripRequestBase(normalizedPathname, this.manifest.base));
  }
  /**
  * Decodes and normalizes the public request pathname before deriving the
  * separate pathname used for route matching.
  */
  #normalizePathname(pathname) {
    try {
      pathname = validateAndDecodePathname(pathname);
    } catch (e2) {
      if (e2 instanceof MultiLevelEncodingError) this.invalidEncoding = true;
      else this.logger.error(null, e2.toString());
    }
    return collapseDuplicateSlashes(pathname);
  }
  /**
  * Reads X-Forwarded-Proto, X-Forwarded-Host, and X-Forwarded-Port
  * from the request headers, validates them against the manifest's
  * `allowedDomains`, and updates `this.url` accordingly. Also resolves
  * `clientAddress` from X-Forwarded-For when the host is trusted.
  *
  * Only called when `allowedDomains` is configured — without it,
  * forwarded headers are never trusted.
  */
  #applyForwardedHeaders() {
    const headers = this.request.headers;
    const allowedDomains = this.manifest.allowedDomains;
    const validated = validateForwardedHeaders(getFirstForwardedValue(headers.get("x-forwarded-proto") ?? void 0), getFirstForwardedValue(headers.get("x-forwarded-host") ?? void 0), getFirstForwardedValue(headers.get("x-forwarded-port") ?? void 0), allowedDomains);
    if (!validated.protocol && !validated.host && !validated.port) return;
    if (validated.protocol) this.url.protocol = validated.protocol + ":";
    if (validated.host) {
      const colonIdx = validated.host.indexOf(":");
      if (colonIdx !== -1) {
        this.url.hostname = validated.host.slice(0, colonIdx);
        this.url.port = validated.host.slice(colonIdx + 1);
      } else {
        this.url.hostname = validated.host;
        this.url.port = "";
      }
    }
    if (validated.port) this.url.port = validated.port;
    if (validated.host !== void 0 && !this.clientAddress) {
      const forwardedFor = getFirstForwardedValue(this.request.headers.get("x-forwarded-for") ?? void 0);
      if (forwardedFor) this.clientAddress = forwardedFor;
    }
    this.request = new Request(this.url, this.request);
  }
  /**
  * Returns the resolved `props` for this render, computing them lazily
  * from the route + component module on first access. If the
  * `initialProps` already carries user-supplied props (e.g. the
  * container API) those are used verbatim.
  */
  async getProps() {
    if (this.props !== null) return this.props;
    if (Object.keys(this.initialProps).length > 0) {
      this.props = this.initialProps;
      return this.props;
    }
    const mod = await this.loadComponentInstance();
    this.props = await getProps({
      mod,
      routeData: this.routeData,
      routeCache: getRouteCache(this.manifest),
      pathname: this.pathname,
      logger: this.logger,
      serverLike: this.manifest.serverLike,
      base: this.manifest.base,
      trailingSlash: this.manifest.trailingSlash
    });
    return this.props;
  }
  /**
  * Returns the `ActionAPIContext` for this render, creating it lazily.
  * Used by middleware, actions, and page dispatch.
  */
  getActionAPIContext() {
    if (this.actionApiContext !== null) return this.actionApiContext;
    const state = this;
    const ctx = {
      get cookies() {
        return state.cookies;
      },
      routePattern: this.routeData.route,
      isPrerendered: this.routeData.prerender,
      get clientAddress() {
        return state.getClientAddress();
      },
      get currentLocale() {
        return state.computeCurrentLocale();
      },
      generator: ASTRO_GENERATOR,
      get locals() {
        return state.locals;
      },
      set locals(_) {
        throw new AstroError(LocalsReassigned);
      },
      params: this.params,
      get preferredLocale() {
        return state.computePreferredLocale();
      },
      get preferredLocaleList() {
        return state.computePreferredLocaleList();
      },
      request: this.request,
      site: getSite(this.manifest),
      url: this.url,
      get originPathname() {
        return getOriginPathname(state.request);
      },
      get csp() {
        return state.getCsp();
      },
      get logger() {
        return astroToRuntimeLogger(state.logger);
      }
    };
    this.defineProviderGetters(ctx);
    this.actionApiContext = ctx;
    return this.actionApiContext;
  }
  /**
  * Returns the `APIContext` for this render, creating it lazily from
  * the memoized props + action context.
  *
  * Callers must ensure `getProps()` has resolved at least once before
  * calling this.
  */
  getAPIContext() {
    if (this.apiContext !== null) return this.apiContext;
    const actionApiContext = this.getActionAPIContext();
    const state = this;
    const redirect = (path, status = 302) => new Response(null, {
      status,
      headers: { Location: path }
    });
    const rewrite = async (reroutePayload) => {
      return await state.rewrite(reroutePayload);
    };
    actionApiContext[fetchStateSymbol] = this;
    this.apiContext = Object.assign(actionApiContext, {
      props: this.props,
      redirect,
      rewrite,
      getActionResult: createGetActionResult(actionApiContext.locals),
      callAction: createCallAction(actionApiContext)
    });
    return this.apiContext;
  }
  /**
  * Invalidates the cached `APIContext` so the next `getAPIContext()`
  * call re-derives it from the (possibly mutated) state. Used
  * after an in-flight rewrite swaps the route / request / params.
  */
  invalidateContexts() {
    this.props = null;
    this.actionApiContext = null;
    this.apiContext = null;
  }
  resetResponseMetadata() {
    this.responseRouteType = void 0;
    this.skipErrorReroute = false;
  }
};
var FORBIDDEN_PATH_KEYS = /* @__PURE__ */ new Set([
  "__proto__",
  "constructor",
  "prototype"
]);
var NOOP_ACTIONS_MOD = { server: {} };
var actionsMemo = createAsyncManifestMemo(async (manifest2) => manifest2.actions ? await manifest2.actions() : NOOP_ACTIONS_MOD);
function getActions(manifest2) {
  return actionsMemo.get(manifest2);
}
async function getAction(manifest2, path) {
  const pathKeys = path.split(".").map((key) => decodeURIComponent(key));
  let { server: server2 } = await getActions(manifest2);
  if (!server2 || !(typeof server2 === "object")) throw new TypeError(`Expected \`server\` export in actions file to be an object. Received ${typeof server2}.`);
  for (const key of pathKeys) {
    if (typeof server2 === "function") throw new AstroError({
      ...ActionNotFoundError,
      message: ActionNotFoundError.message(pathKeys.join("."))
    });
    if (FORBIDDEN_PATH_KEYS.has(key)) throw new AstroError({
      ...ActionNotFoundError,
      message: ActionNotFoundError.message(pathKeys.join("."))
    });
    if (!Object.hasOwn(server2, key)) throw new AstroError({
      ...ActionNotFoundError,
      message: ActionNotFoundError.message(pathKeys.join("."))
    });
    server2 = server2[key];
  }
  if (typeof server2 !== "function") throw new TypeError(`Expected handler for action ${pathKeys.join(".")} to be a function. Received ${typeof server2}.`);
  return server2;
}
function getActionContext(context) {
  const callerInfo = getCallerInfo(context);
  const actionResultAlreadySet = Boolean(context.locals._actionPayload);
  let action = void 0;
  if (callerInfo && context.request.method === "POST" && !actionResultAlreadySet) action = {
    calledFrom: callerInfo.from,
    name: callerInfo.name,
    handler: async () => {
      const { manifest: manifest2 } = getFetchStateFromAPIContext(context);
      const callerInfoName = shouldAppendForwardSlash(manifest2.trailingSlash, manifest2.buildFormat) ? removeTrailingForwardSlash(callerInfo.name) : callerInfo.name;
      let baseAction;
      try {
        baseAction = await getAction(manifest2, callerInfoName);
      } catch (error3) {
        if (error3 instanceof Error && "name" in error3 && typeof error3.name === "string" && error3.name === ActionNotFoundError.name) return {
          data: void 0,
          error: new ActionError({ code: "NOT_FOUND" })
        };
        throw error3;
      }
      const bodySizeLimit = manifest2.actionBodySizeLimit;
      let input;
      try {
        input = await parseRequestBody(context.request, bodySizeLimit);
      } catch (e2) {
        if (e2 instanceof ActionError) return {
          data: void 0,
          error: e2
        };
        if (e2 instanceof TypeError) return {
          data: void 0,
          error: new ActionError({ code: "UNSUPPORTED_MEDIA_TYPE" })
        };
        throw e2;
      }
      const omitKeys = [
        "props",
        "getActionResult",
        "callAction",
        "redirect"
      ];
      const actionAPIContext = Object.create(Object.getPrototypeOf(context), Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(context)).filter(([key]) => !omitKeys.includes(key))));
      Reflect.set(actionAPIContext, ACTION_API_CONTEXT_SYMBOL, true);
      return baseAction.bind(actionAPIContext)(input);
    }
  };
  function setActionResult(actionName, actionResult) {
    context.locals._actionPayload = {
      actionResult,
      actionName
    };
  }
  return {
    action,
    setActionResult,
    serializeActionResult,
    deserializeActionResult
  };
}
function getCallerInfo(ctx) {
  if (ctx.routePattern === "/_actions/[...path]") return {
    from: "rpc",
    name: ctx.url.pathname.replace(/^.*\/_actions\//, "")
  };
  const queryParam = ctx.url.searchParams.get(ACTION_QUERY_PARAMS.actionName);
  if (queryParam) return {
    from: "form",
    name: queryParam
  };
}
async function parseRequestBody(request, bodySizeLimit) {
  const contentType = request.headers.get("content-type");
  const contentLengthHeader = request.headers.get("content-length");
  const contentLength = contentLengthHeader ? Number.parseInt(contentLengthHeader, 10) : void 0;
  const hasContentLength = typeof contentLength === "number" && Number.isFinite(contentLength);
  if (!contentType) return void 0;
  if (hasContentLength && contentLength > bodySizeLimit) throw new ActionError({
    code: "CONTENT_TOO_LARGE",
    message: `Request body exceeds ${bodySizeLimit} bytes`
  });
  try {
    if (hasContentType(contentType, formContentTypes)) {
      if (!hasContentLength) {
        const body = await readBodyWithLimit(request.clone(), bodySizeLimit);
        return await new Request(request.url, {
          method: request.method,
          headers: request.headers,
          body: toArrayBuffer(body)
        }).formData();
      }
      return await request.clone().formData();
    }
    if (hasContentType(contentType, ["application/json"])) {
      if (contentLength === 0) return void 0;
      if (!hasContentLength) {
        const body = await readBodyWithLimit(request.clone(), bodySizeLimit);
        if (body.byteLength === 0) return void 0;
        return JSON.parse(new TextDecoder().decode(body));
      }
      return await request.clone().json();
    }
  } catch (e2) {
    if (e2 instanceof BodySizeLimitError) throw new ActionError({
      code: "CONTENT_TOO_LARGE",
      message: `Request body exceeds ${bodySizeLimit} bytes`
    });
    throw e2;
  }
  throw new TypeError("Unsupported content type");
}
var ACTION_API_CONTEXT_SYMBOL = /* @__PURE__ */ Symbol.for("astro.actionAPIContext");
var formContentTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];
function hasContentType(contentType, expected) {
  const type = contentType.split(";")[0].toLowerCase();
  return expected.some((t2) => type === t2);
}
function serializeActionResult(res) {
  if (res.error) {
    if (Object.assign({
      "ASSETS_PREFIX": void 0,
      "BASE_URL": "/__BASE__/",
      "DEV": false,
      "MODE": "production",
      "PROD": true,
      "SITE": void 0,
      "SSR": true
    }, {})?.DEV) actionResultErrorStack.set(res.error.stack);
    let body2;
    if (res.error instanceof ActionInputError) body2 = {
      type: res.error.type,
      issues: res.error.issues,
      fields: res.error.fields
    };
    else body2 = {
      ...res.error,
      message: res.error.message
    };
    return {
      type: "error",
      status: res.error.status,
      contentType: "application/json",
      body: JSON.stringify(body2)
    };
  }
  if (res.data === void 0) return {
    type: "empty",
    status: 204
  };
  let body;
  try {
    body = stringify(res.data, { URL: (value) => value instanceof URL && value.href });
  } catch (e2) {
    let hint = ActionsReturnedInvalidDataError.hint;
    if (res.data instanceof Response) hint = REDIRECT_STATUS_CODES.includes(res.data.status) ? "If you need to redirect when the action succeeds, trigger a redirect where the action is called. See the Actions guide for server and client redirect examples: https://docs.astro.build/en/guides/actions." : "If you need to return a Response object, try using a server endpoint instead. See https://docs.astro.build/en/guides/endpoints/#server-endpoints-api-routes";
    throw new AstroError({
      ...ActionsReturnedInvalidDataError,
      message: ActionsReturnedInvalidDataError.message(String(e2)),
      hint
    });
  }
  return {
    type: "data",
    status: 200,
    contentType: "application/json+devalue",
    body
  };
}
function toArrayBuffer(buffer2) {
  const copy = new Uint8Array(buffer2.byteLength);
  copy.set(buffer2);
  return copy.buffer;
}
function handleAction(apiContext, state) {
  markFeatureUsed(state.manifest, FetchFeatures.actions);
  if (apiContext.isPrerendered) return;
  const { action, setActionResult } = getActionContext(apiContext);
  if (!action) return;
  if (state.manifest.checkOrigin && isForbiddenCrossOriginRequest(apiContext.request, apiContext.url, apiContext.isPrerendered)) return Promise.resolve(createCrossOriginForbiddenResponse(apiContext.request));
  return executeAction(action, setActionResult);
}
async function executeAction(action, setActionResult) {
  const serialized = serializeActionResult(await action.handler());
  if (action.calledFrom === "rpc") {
    if (serialized.type === "empty") return new Response(null, { status: serialized.status });
    return new Response(serialized.body, {
      status: serialized.status,
      headers: { "Content-Type": serialized.contentType }
    });
  }
  setActionResult(action.name, serialized);
}
function redirectTemplate({ status, absoluteLocation, relativeLocation, from }) {
  const delay = status === 302 ? 2 : 0;
  const rel = escape(String(relativeLocation));
  return `<!doctype html>
<title>Redirecting to: ${rel}</title>
<meta http-equiv="refresh" content="${delay};url=${rel}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escape(String(absoluteLocation))}">
<body>
	<a href="${rel}">Redirecting ${from ? `from <code>${escape(from)}</code> ` : ""}to <code>${rel}</code></a>
</body>`;
}
function handleTrailingSlash(state) {
  const url = new URL(state.request.url);
  const redirect = redirectTrailingSlash(state.manifest.trailingSlash, url.pathname);
  if (redirect === url.pathname) return;
  const addCookieHeader = state.renderOptions.addCookieHeader;
  const status = state.request.method === "GET" ? 301 : 308;
  const location = redirect + url.search;
  const response = new Response(redirectTemplate({
    status,
    relativeLocation: location,
    absoluteLocation: location,
    from: state.request.url
  }), {
    status,
    headers: { location }
  });
  prepareResponse(response, { addCookieHeader });
  return response;
}
function redirectTrailingSlash(trailingSlash, pathname) {
  if (pathname === "/" || isInternalPath(pathname)) return pathname;
  const path = collapseDuplicateTrailingSlashes(pathname, trailingSlash !== "never");
  if (path !== pathname) return path;
  if (trailingSlash === "ignore") return pathname;
  if (trailingSlash === "always" && !hasFileExtension(pathname)) return appendForwardSlash(pathname);
  if (trailingSlash === "never") return removeTrailingForwardSlash(pathname);
  return pathname;
}
var cacheProviderMemo = createAsyncManifestMemo(async (manifest2) => {
  if (manifest2.cacheProvider) {
    const factory = (await manifest2.cacheProvider())?.default || null;
    return factory ? factory(manifest2.cacheConfig?.options) : null;
  }
  return null;
});
function getCacheProvider(manifest2) {
  return cacheProviderMemo.get(manifest2);
}
function defaultSetHeaders(options) {
  const headers = new Headers();
  const directives = [];
  if (options.maxAge !== void 0) directives.push(`max-age=${options.maxAge}`);
  if (options.swr !== void 0) directives.push(`stale-while-revalidate=${options.swr}`);
  if (directives.length > 0) headers.set("CDN-Cache-Control", directives.join(", "));
  if (options.tags && options.tags.length > 0) headers.set("Cache-Tag", options.tags.join(", "));
  if (options.lastModified) headers.set("Last-Modified", options.lastModified.toUTCString());
  if (options.etag) headers.set("ETag", options.etag);
  return headers;
}
function isLiveDataEntry(value) {
  return value != null && typeof value === "object" && "id" in value && "data" in value && "cacheHint" in value;
}
var APPLY_HEADERS = /* @__PURE__ */ Symbol.for("astro:cache:apply");
var IS_ACTIVE = /* @__PURE__ */ Symbol.for("astro:cache:active");
var AstroCache = class {
  #options = {};
  #tags = /* @__PURE__ */ new Set();
  #disabled = false;
  #provider;
  enabled = true;
  constructor(provider) {
    this.#provider = provider;
  }
  set(input) {
    if (input === false) {
      this.#disabled = true;
      this.#tags.clear();
      this.#options = {};
      return;
    }
    this.#disabled = false;
    let options;
    if (isLiveDataEntry(input)) {
      if (!input.cacheHint) return;
      options = input.cacheHint;
    } else options = input;
    if ("maxAge" in options && options.maxAge !== void 0) this.#options.maxAge = options.maxAge;
    if ("swr" in options && options.swr !== void 0) this.#options.swr = options.swr;
    if ("etag" in options && options.etag !== void 0) this.#options.etag = options.etag;
    if (options.lastModified !== void 0) {
      if (!this.#options.lastModified || options.lastModified > this.#options.lastModified) this.#options.lastModified = options.lastModified;
    }
    if (options.tags) for (const tag of options.tags) this.#tags.add(tag);
  }
  get tags() {
    return [...this.#tags];
  }
  /**
  * Get the current cache options (read-only snapshot).
  * Includes all accumulated options: maxAge, swr, tags, etag, lastModified.
  */
  get options() {
    return {
      ...this.#options,
      tags: this.tags
    };
  }
  async invalidate(input) {
    if (!this.#provider) throw new AstroError(CacheNotEnabled);
    let options;
    if (isLiveDataEntry(input)) options = { tags: input.cacheHint?.tags ?? [] };
    else options = input;
    return this.#provider.invalidate(options);
  }
  /** @internal */
  [APPLY_HEADERS](response, request) {
    if (this.#disabled) return;
    const finalOptions = {
      ...this.#options,
      tags: this.tags
    };
    if (finalOptions.maxAge === void 0 && !finalOptions.tags?.length) return;
    const headers = this.#provider?.setHeaders?.(finalOptions, request) ?? defaultSetHeaders(finalOptions);
    for (const [key, value] of headers) response.headers.set(key, value);
    if (!response.headers.has("Cache-Control") && !response.headers.has("Expires") && (response.headers.has("Last-Modified") || response.headers.has("ETag"))) response.headers.set("Cache-Control", "no-cache");
  }
  /** @internal */
  get [IS_ACTIVE]() {
    return !this.#disabled && (this.#options.maxAge !== void 0 || this.#tags.size > 0);
  }
};
function applyCacheHeaders(cache, response, request) {
  if (APPLY_HEADERS in cache) cache[APPLY_HEADERS](response, request);
}
var ROUTE_DYNAMIC_SPLIT = /\[(.+?\(.+?\)|.+?)\]/;
var ROUTE_SPREAD = /^\.{3}.+$/;
function getParts(part, file) {
  const result = [];
  part.split(ROUTE_DYNAMIC_SPLIT).map((str, i2) => {
    if (!str) return;
    const dynamic = i2 % 2 === 1;
    const [, content] = dynamic ? /([^(]+)$/.exec(str) || [null, null] : [null, str];
    if (!content || dynamic && !/^(?:\.\.\.)?[\w$]+$/.test(content)) throw new Error(`Invalid route ${file} \u2014 parameter name must match /^[a-zA-Z0-9_$]+$/`);
    result.push({
      content,
      dynamic,
      spread: dynamic && ROUTE_SPREAD.test(content)
    });
  });
  return result;
}
function compileCacheRoutes(routes2, base, trailingSlash) {
  const compiled = Object.entries(routes2).map(([path, options]) => {
    const segments = removeLeadingForwardSlash(path).split("/").filter(Boolean).map((s2) => getParts(s2, path));
    return {
      pattern: getPattern(segments, base, trailingSlash),
      options,
      segments,
      route: path
    };
  });
  compiled.sort((a2, b) => routeComparator({
    segments: a2.segments,
    route: a2.route,
    type: "page"
  }, {
    segments: b.segments,
    route: b.route,
    type: "page"
  }));
  return compiled;
}
function matchCacheRoute(pathname, compiledRoutes) {
  for (const route of compiledRoutes) if (route.pattern.test(pathname)) return route.options;
  return null;
}
var CACHE_KEY = "cache";
function provideCache(state) {
  const manifest2 = state.manifest;
  if (!manifest2.cacheConfig) {
    state.provide(CACHE_KEY, { create: () => new DisabledAstroCache(state.logger) });
    return;
  }
  if (getEnvironment(manifest2).runtimeMode === "development") {
    state.provide(CACHE_KEY, { create: () => new NoopAstroCache() });
    return;
  }
  return provideCacheAsync(state, manifest2);
}
async function provideCacheAsync(state, manifest2) {
  const cacheProvider = await getCacheProvider(manifest2);
  state.provide(CACHE_KEY, { create() {
    const cache = new AstroCache(cacheProvider);
    if (manifest2.cacheConfig?.routes) {
      const matched = matchCacheRoute(state.pathname, getCompiledCacheRoutes(manifest2));
      if (matched) cache.set(matched);
    }
    return cache;
  } });
}
async function handleCache(state, next) {
  markFeatureUsed(state.manifest, FetchFeatures.cache);
  if (!state.manifest.cacheProvider) return next();
  const cache = state.resolve(CACHE_KEY);
  const cacheProvider = await getCacheProvider(state.manifest);
  if (cacheProvider?.onRequest) {
    const response2 = await cacheProvider.onRequest({
      request: state.request,
      url: new URL(state.request.url),
      waitUntil: state.renderOptions.waitUntil,
      logger: {
        info(msg) {
          state.logger.info("cache", msg);
        },
        warn(msg) {
          state.logger.warn("cache", msg);
        },
        error(msg) {
          state.logger.error("cache", msg);
        }
      }
    }, async () => {
      const res = await next();
      applyCacheHeaders(cache, res, state.request);
      return res;
    });
    response2.headers.delete("CDN-Cache-Control");
    response2.headers.delete("Cache-Tag");
    return response2;
  }
  const response = await next();
  applyCacheHeaders(cache, response, state.request);
  return response;
}
var compiledCacheRoutesMemo = createManifestMemo((manifest2) => manifest2.cacheConfig?.routes ? compileCacheRoutes(manifest2.cacheConfig.routes, manifest2.base, manifest2.trailingSlash) : []);
function getCompiledCacheRoutes(manifest2) {
  return compiledCacheRoutesMemo.get(manifest2);
}
function isExternalURL(url) {
  return url.startsWith("http://") || url.startsWith("https://") || url.startsWith("//");
}
function redirectIsExternal(redirect) {
  if (typeof redirect === "string") return isExternalURL(redirect);
  else return isExternalURL(redirect.destination);
}
function computeRedirectStatus(method, redirect, redirectRoute) {
  return redirectRoute && typeof redirect === "object" ? redirect.status : method === "GET" ? 301 : 308;
}
function resolveRedirectTarget(params, redirect, redirectRoute, trailingSlash) {
  if (typeof redirectRoute !== "undefined") return getRouteGenerator(redirectRoute.segments, trailingSlash)(params) || redirectRoute?.pathname || "/";
  else if (typeof redirect === "string") {
    if (redirectIsExternal(redirect)) return redirect;
    else {
      let target = redirect;
      for (const param of Object.keys(params)) {
        const paramValue = params[param];
        target = target.replace(`[${param}]`, () => paramValue).replace(`[...${param}]`, () => paramValue);
      }
      return target;
    }
  } else if (typeof redirect === "undefined") return "/";
  return redirect.destination;
}
async function renderRedirect(state) {
  markFeatureUsed(state.manifest, FetchFeatures.redirects);
  const { redirect, redirectRoute } = state.routeData;
  const status = computeRedirectStatus(state.request.method, redirect, redirectRoute);
  const headers = { location: encodeURI(resolveRedirectTarget(state.params, redirect, redirectRoute, state.manifest.trailingSlash)) };
  if (redirect && redirectIsExternal(redirect)) {
    if (typeof redirect === "string") return Response.redirect(redirect, status);
    else return Response.redirect(redirect.destination, status);
  }
  return new Response(null, {
    status,
    headers
  });
}
function logRequestFromState(state, payload) {
  if (state.logRequest) state.logRequest(payload);
  else getEnvironment(state.manifest).logRequest(state.manifest, payload);
}
function actionsAndPages(state, ctx) {
  if (!state.skipMiddleware) {
    const actionResult = handleAction(ctx, state);
    if (actionResult) return actionResult.then((response) => response ?? handlePages(state, ctx));
  }
  return handlePages(state, ctx);
}
async function handleRequest(state) {
  await getResolvedLogger(state.manifest);
  markFeatureUsed(state.manifest, ALL_FETCH_FEATURES);
  if (state.invalidEncoding) return new Response(null, {
    status: 400,
    statusText: "Bad Request"
  });
  const trailingSlashRedirect = handleTrailingSlash(state);
  if (trailingSlashRedirect) return trailingSlashRedirect;
  if (!state.routeData) return renderErrorFromState(state, state.request, {
    ...state.renderOptions,
    status: 404,
    pathname: state.pathname
  });
  return render$1(state);
}
async function render$1(state) {
  const routeData = state.routeData;
  const pathname = state.pathname;
  const request = state.request;
  const { addCookieHeader } = state.renderOptions;
  state.status = getDefaultStatusCode(state.manifest, routeData, pathname);
  let response;
  let finalizeError;
  try {
    const sessionP = state.manifest.sessionConfig ? provideSession(state) : void 0;
    const cacheP = provideCache(state);
    if (sessionP || cacheP) await Promise.all([sessionP, cacheP]);
    markFeatureUsed(state.manifest, FetchFeatures.sessions);
    if (routeData.type === "redirect") {
      const redirectResponse = await renderRedirect(state);
      logRequestFromState(state, {
        pathname,
        method: request.method,
        statusCode: redirectResponse.status,
        isRewrite: false,
        timeStart: state.timeStart
      });
      prepareResponse(redirectResponse, { addCookieHeader });
      state.logger.flush();
      return redirectResponse;
    }
    const i18n = getI18n(state.manifest);
    if (!state.manifest.cacheProvider) {
      markFeatureUsed(state.manifest, FetchFeatures.cache);
      response = await handleMiddleware(state, actionsAndPages);
      if (i18n) response = await finalizeI18n(i18n, state, response);
    } else {
      const runPipeline = async () => {
        let res = await handleMiddleware(state, actionsAndPages);
        if (i18n) res = await finalizeI18n(i18n, state, res);
        return res;
      };
      response = await handleCache(state, runPipeline);
    }
    logRequestFromState(state, {
      pathname,
      method: request.method,
      statusCode: response.status,
      isRewrite: state.isRewriting,
      timeStart: state.timeStart
    });
  } catch (err) {
    state.logger.error(null, err.stack || err.message || String(err));
    return renderErrorFromState(state, request, {
      ...state.renderOptions,
      status: 500,
      error: err,
      pathname: state.pathname
    });
  } finally {
    try {
      const finalize2 = state.finalizeAll();
      if (finalize2) await finalize2;
    } catch (err) {
      finalizeError = err;
      state.logger.error(null, err.stack || err.message || String(err));
    }
  }
  if (finalizeError) return renderErrorFromState(state, request, {
    ...state.renderOptions,
    status: 500,
    error: finalizeError,
    pathname: state.pathname
  });
  if (REROUTABLE_STATUS_CODES.includes(response.status) && response.body === null && !state.skipErrorReroute) return renderErrorFromState(state, request, {
    ...state.renderOptions,
    response,
    status: response.status,
    error: response.status === 500 ? null : void 0,
    pathname: state.pathname
  });
  prepareResponse(response, { addCookieHeader });
  state.logger.flush();
  return response;
}
var DefaultFetchHandler = class {
  #manifest;
  /**
  * `BaseApp` passes itself so states resolve that app's manifest ahead of
  * the ambient one; generated builds construct the handler with no
  * arguments and use the ambient manifest.
  */
  constructor(app2) {
    this.#manifest = app2?.manifest;
  }
  fetch = (request) => {
    const options = getRenderOptions(request);
    return handleRequest(new FetchState(this.#manifest ?? getAmbientManifest(), request, options));
  };
};
var _virtual_astro_fetchable_default = new DefaultFetchHandler();
function safeDecodePathname(manifest2, pathname) {
  try {
    return validateAndDecodePathname(pathname);
  } catch (e2) {
    new AstroIntegrationLogger(getLogger(manifest2).options, manifest2.adapterName).debug(e2.toString());
    try {
      return decodeURI(pathname);
    } catch {
      return pathname;
    }
  }
}
function matchRequest(manifest2, request, allowPrerenderedRoutes = false) {
  const url = new URL(request.url);
  if (manifest2.assets.has(url.pathname)) return void 0;
  let pathname = computePathnameFromDomain(request, url, manifest2.i18n, manifest2.base, manifest2.trailingSlash, manifest2.allowedDomains, getLogger(manifest2));
  if (!pathname) pathname = prependForwardSlash(stripRequestBase(url.pathname, manifest2.base));
  pathname = safeDecodePathname(manifest2, pathname);
  const routeData = matchRoute(manifest2, pathname);
  if (!routeData) return void 0;
  if (allowPrerenderedRoutes) return routeData;
  if (routeData.prerender) {
    if (routeData.params.length > 0) return matchAllRoutes(manifest2, pathname).find((r2) => !r2.prerender);
    return;
  }
  return routeData;
}
var BaseApp = class BaseApp2 {
  manifest;
  #adapterLogger;
  baseWithoutTrailingSlash;
  /**
  * The streaming flag passed to the constructor, surfaced through the
  * protected `resolveStreaming()` hook and fed into the internal
  * `FetchState` facade hooks on the fast path.
  */
  #streaming;
  /**
  * The handler that turns incoming `Request` objects into `Response`s.
  * Defaults to a `DefaultFetchHandler` pinned to this app and can be
  * overridden via `setFetchHandler` — typically by the bundled
  * entrypoint after importing `virtual:astro:fetchable`.
  */
  #fetchHandler;
  #errorHandler;
  /**
  * Whether a custom fetch handler (from `src/fetch.ts`) has been set
  * via `setFetchHandler`. When false, the `DefaultFetchHandler` is
  * in use and all features are implicitly active.
  */
  #hasCustomFetchHandler = false;
  /**
  * Whether the missing-feature check has already run. We only want
  * to warn once — after the first request in dev, or at build end.
  */
  #featureCheckDone = false;
  get logger() {
    return getLogger(this.manifest);
  }
  /**
  * Route data derived from the manifest, used for route matching. Reads and
  * writes go through the single per-manifest route table, so HMR updates are
  * visible to every consumer at once.
  */
  get manifestData() {
    return getRouteTable(this.manifest);
  }
  set manifestData(routesList) {
    updateRouteTable(this.manifest, routesList.routes);
  }
  get adapterLogger() {
    const currentOptions = this.logger.options;
    if (!this.#adapterLogger || this.#adapterLogger.options !== currentOptions) this.#adapterLogger = new AstroIntegrationLogger(currentOptions, this.manifest.adapterName);
    return this.#adapterLogger;
  }
  constructor(manifest2, streaming = true) {
    this.manifest = manifest2;
    this.baseWithoutTrailingSlash = removeTrailingForwardSlash(manifest2.base);
    this.#streaming = streaming;
    getRouteTable(manifest2);
    getLogger(manifest2);
    this.#fetchHandler = new DefaultFetchHandler(this);
    this.#errorHandler = this.createErrorHandler();
  }
  /**
  * Resolves the user-configured logger destination from the manifest and
  * returns the logger. Lazy and only resolves once; safe to call before
  * the first render (adapters use this to log startup messages through
  * the configured destination).
  */
  getLogger() {
    return getResolvedLogger(this.manifest);
  }
  /**
  * The streaming flag fed into the internal `FetchState` facade hooks on
  * the fast path. Returns the constructor flag by
  * default; `BuildApp` overrides this to return `undefined` so streaming
  * falls through to the environment default (`manifest.serverLike`).
  */
  resolveStreaming() {
    return this.#streaming;
  }
  /**
  * Override the fetch handler used to dispatch requests. Entrypoints
  * call this with the default export of `virtual:astro:fetchable` to
  * plug in a user-authored handler from `src/fetch.ts`.
  */
  setFetchHandler(handler) {
    this.#fetchHandler = handler;
    this.#hasCustomFetchHandler = !(handler instanceof DefaultFetchHandler);
  }
  /**
  * Returns the error handler used by this app. The default is a thin
  * bridge over the functional error API — strategy selection (production
  * default / dev / build) is environment-driven inside `renderErrorPage`.
  * External subclasses can override this to customize error rendering.
  */
  createErrorHandler() {
    return { renderError: (request, options) => renderErrorPage(this.manifest, request, options) };
  }
  /**
  * Resets the cached adapter logger so it picks up a new logger instance.
  * Used by BuildApp when the logger is replaced via setOptions().
  */
  resetAdapterLogger() {
    this.#adapterLogger = void 0;
  }
  getAllowedDomains() {
    return this.manifest.allowedDomains;
  }
  matchesAllowedDomains(forwardedHost, protocol) {
    return BaseApp2.validateForwardedHost(forwardedHost, this.manifest.allowedDomains, protocol);
  }
  static validateForwardedHost(forwardedHost, allowedDomains, protocol) {
    if (!allowedDomains || allowedDomains.length === 0) return false;
    try {
      const testUrl = new URL(`${protocol || "https"}://${forwardedHost}`);
      return allowedDomains.some((pattern) => {
        return matchPattern(testUrl, pattern);
      });
    } catch {
      return false;
    }
  }
  set setManifestData(newManifestData) {
    updateRouteTable(this.manifest, newManifestData.routes);
  }
  removeBase(pathname) {
    return stripRequestBase(pathname, this.manifest.base);
  }
  /**
  * Fully decodes a pathname, falling back to a single decode and then the raw pathname
  * when validation fails. Adapter matching runs before `render()`, so it must not throw
  * for request input that render-time validation handles.
  */
  safeDecodePathname(pathname) {
    try {
      return validateAndDecodePathname(pathname);
    } catch (e2) {
      this.adapterLogger.debug(e2.toString());
      try {
        return decodeURI(pathname);
      } catch {
        return pathname;
      }
    }
  }
  /**
  * Extracts the base-stripped, decoded pathname from a request.
  * Used by adapters to compute the pathname for dev-mode route matching.
  */
  getPathnameFromRequest(request) {
    const url = new URL(request.url);
    const pathname = prependForwardSlash(this.removeBase(url.pathname));
    return this.safeDecodePathname(pathname);
  }
  /**
  * Given a `Request`, it returns the `RouteData` that matches its `pathname`. By default, prerendered
  * routes aren't returned, even if they are matched.
  *
  * When `allowPrerenderedRoutes` is `true`, the function returns matched prerendered routes too.
  * @param request
  * @param allowPrerenderedRoutes
  */
  match(request, allowPrerenderedRoutes = false) {
    return matchRequest(this.manifest, request, allowPrerenderedRoutes);
  }
  /**
  * A matching route function to use in the development server.
  * Contrary to the `.match` function, this function resolves props and params, returning the correct
  * route based on the priority, segments. It also returns the correct, resolved pathname.
  * @param pathname
  */
  devMatch(pathname) {
  }
  computePathnameFromDomain(request) {
    return computePathnameFromDomain(request, new URL(request.url), this.manifest.i18n, this.manifest.base, this.manifest.trailingSlash, this.manifest.allowedDomains, this.logger);
  }
  async render(request, { addCookieHeader = false, clientAddress = Reflect.get(request, clientAddressSymbol), locals, prerenderedErrorPageFetch = fetch, routeData, waitUntil } = {}) {
    await getResolvedLogger(this.manifest);
    if (routeData) {
      this.logger.debug("router", "The adapter " + this.manifest.adapterName + " provided a custom RouteData for ", request.url);
      this.logger.debug("router", "RouteData");
      this.logger.debug("router", routeData);
    }
    if (locals) {
      if (typeof locals !== "object") {
        const error3 = new AstroError(LocalsNotAnObject);
        this.logger.error(null, error3.stack);
        return this.renderError(request, {
          addCookieHeader,
          clientAddress,
          prerenderedErrorPageFetch,
          locals: void 0,
          routeData,
          waitUntil,
          status: 500,
          error: error3
        });
      }
    }
    if (!routeData) {
      const domainPathname = this.computePathnameFromDomain(request);
      if (domainPathname) routeData = matchRoute(this.manifest, this.safeDecodePathname(domainPathname));
    }
    const resolvedOptions = {
      addCookieHeader,
      clientAddress,
      prerenderedErrorPageFetch,
      locals,
      routeData,
      waitUntil
    };
    let response;
    if (this.#fetchHandler instanceof DefaultFetchHandler) response = await handleRequest(new FetchState(this.manifest, request, resolvedOptions, {
      streaming: this.resolveStreaming(),
      renderError: (req, opts) => this.renderError(req, opts),
      logRequest: (payload) => this.logThisRequest(payload)
    }));
    else {
      setRenderOptions(request, resolvedOptions);
      response = await this.#fetchHandler.fetch(request);
    }
    this.#warnMissingFeatures();
    if (response.headers.get("X-Astro-Error")) {
      response.headers.delete(ASTRO_ERROR_HEADER);
      return this.renderError(request, {
        addCookieHeader,
        clientAddress,
        prerenderedErrorPageFetch,
        locals,
        routeData,
        waitUntil,
        response,
        status: response.status,
        error: response.status === 500 ? null : void 0
      });
    }
    return response;
  }
  setCookieHeaders(response) {
    return getSetCookiesFromResponse(response);
  }
  /**
  * Reads all the cookies written by `Astro.cookie.set()` onto the passed response.
  * For example,
  * ```ts
  * for (const cookie_ of App.getSetCookieFromResponse(response)) {
  *     const cookie: string = cookie_
  * }
  * ```
  * @param response The response to read cookies from.
  * @returns An iterator that yields key-value pairs as equal-sign-separated strings.
  */
  static getSetCookieFromResponse = getSetCookiesFromResponse;
  /**
  * If it is a known error code, try sending the according page (e.g. 404.astro / 500.astro).
  * This also handles pre-rendered /404 or /500 routes.
  *
  * Delegates to the app's configured `ErrorHandler`. To customize behavior
  * for a specific environment, override `createErrorHandler()` rather than
  * this method.
  */
  async renderError(request, options) {
    return this.#errorHandler.renderError(request, options);
  }
  /**
  * One-shot check: after the first request with a custom `src/fetch.ts`,
  * compare `usedFeatures` against the manifest and warn about any
  * configured features the user's pipeline doesn't call.
  */
  #warnMissingFeatures() {
    if (this.#featureCheckDone || !this.#hasCustomFetchHandler) return;
    this.#featureCheckDone = true;
    const manifest2 = this.manifest;
    const missing = [];
    const used = getUsedFeatures(this.manifest);
    if (manifest2.routes.some((r2) => r2.routeData.type === "redirect") && !(used & FetchFeatures.redirects)) missing.push("redirects");
    if (manifest2.sessionConfig && !(used & FetchFeatures.sessions)) missing.push("sessions");
    if (manifest2.actions && !(used & FetchFeatures.actions)) missing.push("actions");
    if (manifest2.middleware && !(used & FetchFeatures.middleware)) missing.push("middleware");
    if (manifest2.i18n && manifest2.i18n.strategy !== "manual" && !(used & FetchFeatures.i18n)) missing.push("i18n");
    if (manifest2.cacheConfig && !(used & FetchFeatures.cache)) missing.push("cache");
    for (const feature of missing) this.logger.warn("router", `Your project uses ${feature}, but your custom src/fetch.ts does not call the ${feature}() handler. This feature will not work unless your fetch handler calls it.`);
  }
  getDefaultStatusCode(routeData, pathname) {
    return getDefaultStatusCode(this.manifest, routeData, pathname);
  }
  getManifest() {
    return this.manifest;
  }
  logThisRequest({ pathname, method, statusCode, isRewrite, timeStart }) {
    const timeEnd = performance.now();
    this.logRequest({
      pathname,
      method,
      statusCode,
      isRewrite,
      reqTime: timeEnd - timeStart
    });
  }
};
var App = class extends BaseApp {
  isDev() {
    return false;
  }
  logRequest(_options) {
  }
};
var createApp$1 = ({ streaming } = {}) => {
  const app2 = new App(manifest, streaming);
  app2.setFetchHandler(_virtual_astro_fetchable_default);
  return app2;
};
var app = createApp$1({ streaming: false });
app.renderError = async (_request, { error: error3, status }) => {
  throw error3 ?? /* @__PURE__ */ new Error(`the page answered ${status}`);
};
var routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component.replace(/^src\/pages\/|\.astro$/g, ""), routeData]));
var pages = [...routes.keys()];
async function render(page16, path, locals) {
  const routeData = routes.get(page16);
  if (routeData === void 0) throw new Error(`the site has no page ${page16}`);
  const response = await app.render(new Request(`http://site/__BASE__/${path}`), {
    routeData,
    locals
  });
  if (response.status !== 200 && page16 !== "404") throw new Error(`the page answered ${response.status}`);
  return response.text();
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  pages,
  render
});
