package kongo.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** JSON answers; one that is not a success says why in {@code problem}, in one sentence. */
final class Answers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static HttpResponse ok(JsonNode json) {
    return answer(StatusCodes.OK, json);
  }

  static HttpResponse badRequest(String sentence) {
    return problem(StatusCodes.BAD_REQUEST, sentence);
  }

  static HttpResponse notFound(String sentence) {
    return problem(StatusCodes.NOT_FOUND, sentence);
  }

  static HttpResponse unavailable(String sentence) {
    return problem(StatusCodes.SERVICE_UNAVAILABLE, sentence);
  }

  static HttpResponse problem(StatusCode status, String sentence) {
    return answer(status, object().put("problem", sentence));
  }

  static HttpResponse answer(StatusCode status, JsonNode json) {
    return HttpResponse.create().withStatus(status).withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, text(json)));
  }

  private static String text(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
