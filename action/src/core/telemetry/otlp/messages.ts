import protobuf from "protobufjs/light.js";

/**
 * The part of opentelemetry-proto (Apache-2.0, v1.11.0) that is read here: field numbers as in
 * `opentelemetry/proto/{trace,metrics,logs,common,resource}/v1`. Fields that are left out are skipped by the reader.
 */
const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ExportTraceServiceRequest: { resourceSpans: "ResourceSpans[] 1" },
  ExportMetricsServiceRequest: { resourceMetrics: "ResourceMetrics[] 1" },
  ExportLogsServiceRequest: { resourceLogs: "ResourceLogs[] 1" },

  /** The three responses have the same fields under different names. */
  ExportResponse: { partialSuccess: "PartialSuccess 1" },
  PartialSuccess: { rejected: "int64 1", errorMessage: "string 2" },
  /** `google.rpc.Status` */
  RpcStatus: { code: "int32 1", message: "string 2" },

  Resource: { attributes: "KeyValue[] 1" },
  InstrumentationScope: { name: "string 1", version: "string 2" },
  KeyValue: { key: "string 1", value: "AnyValue 2" },
  AnyValue: {
    stringValue: "string 1",
    boolValue: "bool 2",
    intValue: "int64 3",
    doubleValue: "double 4",
    arrayValue: "ArrayValue 5",
    kvlistValue: "KeyValueList 6",
  },
  ArrayValue: { values: "AnyValue[] 1" },
  KeyValueList: { values: "KeyValue[] 1" },

  ResourceSpans: { resource: "Resource 1", scopeSpans: "ScopeSpans[] 2" },
  ScopeSpans: { scope: "InstrumentationScope 1", spans: "Span[] 2" },
  Span: {
    traceId: "bytes 1",
    spanId: "bytes 2",
    parentSpanId: "bytes 4",
    name: "string 5",
    kind: "int32 6",
    startTimeUnixNano: "fixed64 7",
    endTimeUnixNano: "fixed64 8",
    attributes: "KeyValue[] 9",
    events: "SpanEvent[] 11",
    status: "Status 15",
  },
  SpanEvent: { timeUnixNano: "fixed64 1", name: "string 2", attributes: "KeyValue[] 3" },
  Status: { message: "string 2", code: "int32 3" },

  ResourceLogs: { resource: "Resource 1", scopeLogs: "ScopeLogs[] 2" },
  ScopeLogs: { scope: "InstrumentationScope 1", logRecords: "LogRecord[] 2" },
  LogRecord: {
    timeUnixNano: "fixed64 1",
    severityNumber: "int32 2",
    severityText: "string 3",
    body: "AnyValue 5",
    attributes: "KeyValue[] 6",
    traceId: "bytes 9",
    spanId: "bytes 10",
    observedTimeUnixNano: "fixed64 11",
    eventName: "string 12",
  },

  ResourceMetrics: { resource: "Resource 1", scopeMetrics: "ScopeMetrics[] 2" },
  ScopeMetrics: { scope: "InstrumentationScope 1", metrics: "Metric[] 2" },
  Metric: {
    name: "string 1",
    unit: "string 3",
    gauge: "Gauge 5",
    sum: "Sum 7",
    histogram: "Histogram 9",
    exponentialHistogram: "ExponentialHistogram 10",
    summary: "Summary 11",
  },
  Gauge: { dataPoints: "NumberDataPoint[] 1" },
  Sum: { dataPoints: "NumberDataPoint[] 1", aggregationTemporality: "int32 2", isMonotonic: "bool 3" },
  Histogram: { dataPoints: "HistogramDataPoint[] 1", aggregationTemporality: "int32 2" },
  ExponentialHistogram: {
    dataPoints: "ExponentialHistogramDataPoint[] 1",
    aggregationTemporality: "int32 2",
  },
  Summary: { dataPoints: "SummaryDataPoint[] 1" },
  NumberDataPoint: {
    startTimeUnixNano: "fixed64 2",
    timeUnixNano: "fixed64 3",
    asDouble: "double 4",
    asInt: "sfixed64 6",
    attributes: "KeyValue[] 7",
  },
  HistogramDataPoint: {
    startTimeUnixNano: "fixed64 2",
    timeUnixNano: "fixed64 3",
    count: "fixed64 4",
    sum: "double 5",
    attributes: "KeyValue[] 9",
    min: "double 11",
    max: "double 12",
  },
  ExponentialHistogramDataPoint: {
    attributes: "KeyValue[] 1",
    startTimeUnixNano: "fixed64 2",
    timeUnixNano: "fixed64 3",
    count: "fixed64 4",
    sum: "double 5",
    min: "double 12",
    max: "double 13",
  },
  SummaryDataPoint: {
    startTimeUnixNano: "fixed64 2",
    timeUnixNano: "fixed64 3",
    count: "fixed64 4",
    sum: "double 5",
    attributes: "KeyValue[] 7",
  },
};

const ROOT = protobuf.Root.fromJSON({
  nested: Object.fromEntries(Object.entries(MESSAGES).map(([name, fields]) => [name, typeOf(fields)])),
});

function typeOf(fields: Readonly<Record<string, string>>): protobuf.IType {
  const entries = Object.entries(fields).map(([name, text]): [string, protobuf.IField] => {
    const [type = "", id] = text.split(" ");
    const rule = type.endsWith("[]") ? { rule: "repeated" } : {};
    return [name, { type: type.replace("[]", ""), id: Number(id), ...rule }];
  });
  return { fields: Object.fromEntries(entries) };
}

export function messageType(name: string): protobuf.Type {
  return ROOT.lookupType(name);
}
