import { type Answer, json } from "#simulator/answer.ts";
import type { ApiRequest } from "#simulator/request.ts";

export function getRepository(request: ApiRequest): Answer {
  return json(request.repository.repository);
}
