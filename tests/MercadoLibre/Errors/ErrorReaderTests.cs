using System.Text;
using CsCheck;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ErrorReaderTests
{
    private static readonly FailedRequest _read = new("GET", "/questions/1");
    private static readonly FailedRequest _answer = new("POST", "/answers");
    private static readonly FailedRequest _token = new("POST", "/oauth/token");

    private static MercadoLibreError Read(int status, string body, FailedRequest? request = null) =>
        ErrorReader.Read(status, Encoding.UTF8.GetBytes(body), request ?? _read);

    [Theory]
    // message, error, status, cause
    [InlineData(404, """{"message":"Order not found.","error":"order_not_found","status":404,"cause":null}""", ErrorKind.NotFound, "order_not_found")]
    [InlineData(400, """{"message":"Validation error","error":"validation_error","status":400,"cause":[7,"text",{"cause_id":323,"type":"error","code":"item.status.invalid","references":["item.status"],"message":"m"}]}""", ErrorKind.Invalid, "validation_error")]
    // status_code, code, message; and cause as a string
    [InlineData(403, """{"status_code":403,"code":"forbidden","message":"blocked_conversation_send_message_forbidden"}""", ErrorKind.Forbidden, "forbidden")]
    [InlineData(403, """{"message":"The conversation is blocked","error":"blocked_conversation_send_message_forbidden","status":403,"cause":[{"code":"blocked_by_time","message":"blocked"}]}""", ErrorKind.Forbidden, "blocked_conversation_send_message_forbidden")]
    [InlineData(403, """{"message":"You can not send the message because a mediation is in process","error":"forbidden","status":403,"cause":[]}""", ErrorKind.Forbidden, "forbidden")]
    [InlineData(403, """{"message":"Access denied for user 7 to order 9","error":"forbidden","status":403,"cause":[]}""", ErrorKind.Forbidden, "forbidden")]
    [InlineData(400, """{"cause":"a reason","error":"bad_request","message":"m","status_code":400}""", ErrorKind.Invalid, "bad_request")]
    // code as an integer
    [InlineData(404, """{"code":404,"error":"not_found","message":"Claim not found","cause":null}""", ErrorKind.NotFound, "not_found")]
    // claims and returns: a word as code, a sentence as error, a missing file
    [InlineData(404, """{"code":404,"error":"not_found_error","message":"return review not found","cause":null}""", ErrorKind.NotFound, "not_found_error")]
    [InlineData(404, """{"message":"Resource not found","error":"business_logic_error","status":404,"cause":[]}""", ErrorKind.NotFound, "business_logic_error")]
    [InlineData(400, """{"message":"Attachment not found [claim: 1 - fileName: a.png]","error":"business_logic_error","status":400,"cause":[]}""", ErrorKind.NotFound, "business_logic_error")]
    [InlineData(400, """{"message":"Claim can't be closed","error":"business_logic_error","status":400,"cause":[]}""", ErrorKind.Invalid, "business_logic_error")]
    [InlineData(400, """{"code":"bad_request","message":"Error retrieving uploaded file."}""", ErrorKind.Invalid, "bad_request")]
    [InlineData(400, """{"message":"Percentage not found 35.0","error":"error checking configuration percentage","status":400,"cause":[]}""", ErrorKind.Invalid, null)]
    [InlineData(400, """{"message":"Malformed access_token: X","error":"bad_request","status":400,"cause":[]}""", ErrorKind.Unauthorized, "bad_request")]
    [InlineData(401, """{"code":401,"error":"unauthorized_request_error","message":"Invalid caller.id","cause":null}""", ErrorKind.Unauthorized, "unauthorized_request_error")]
    [InlineData(422, """{"message":"m","error":"unprocessable","status":422,"cause":[]}""", ErrorKind.Invalid, "unprocessable")]
    // no status at all
    [InlineData(400, """{"error":"invalid_params","message":"Invalid parameters."}""", ErrorKind.Invalid, "invalid_params")]
    // the error is a sentence
    [InlineData(403, """{"status":403,"error":"Invalid scopes","code":"FORBIDDEN"}""", ErrorKind.MissingPermission, "FORBIDDEN")]
    [InlineData(403, """{"status":403,"error":"access_denied","message":"access to the requested resource is forbidden","code":"FORBIDDEN"}""", ErrorKind.Forbidden, "access_denied")]
    [InlineData(403, """{"message":"At least one policy returned UNAUTHORIZED.","code":"PA_UNAUTHORIZED_RESULT_FROM_POLICIES","status":403,"blocked_by":"PolicyAgent"}""", ErrorKind.MissingPermission, "PA_UNAUTHORIZED_RESULT_FROM_POLICIES")]
    // 401 whose body says not_found
    [InlineData(401, """{"message":"invalid_token","error":"not_found","status":401,"cause":[]}""", ErrorKind.Unauthorized, "not_found")]
    [InlineData(401, """{"code":"unauthorized","message":"invalid access token"}""", ErrorKind.Unauthorized, "unauthorized")]
    // 429 in all its bodies
    [InlineData(429, "", ErrorKind.RateLimited, null)]
    [InlineData(429, "local_rate_limited", ErrorKind.RateLimited, "local_rate_limited")]
    [InlineData(429, """{"status":429,"error":"local_rate_limited"}""", ErrorKind.RateLimited, "local_rate_limited")]
    [InlineData(429, """{"error":"too_many_requests","message":"client.id over quota","status":429}""", ErrorKind.RateLimited, "too_many_requests")]
    [InlineData(429, """{"status":404,"error":"not_found"}""", ErrorKind.RateLimited, "not_found")]
    // the edge
    [InlineData(403, "<html><body>blocked</body></html>", ErrorKind.Unavailable, null)]
    [InlineData(502, "<!DOCTYPE html><html></html>", ErrorKind.Unavailable, null)]
    [InlineData(503, "upstream connect error", ErrorKind.Unavailable, null)]
    [InlineData(504, """{"message":"Gateway Timeout","error":"gateway_timeout","status":504,"cause":[]}""", ErrorKind.Unavailable, "gateway_timeout")]
    // ME1
    [InlineData(400, """{"status_code":400,"error_code":"shipment_mode_is_not_me1","message":"m","timestamp":"t","request_id":"r"}""", ErrorKind.Invalid, "shipment_mode_is_not_me1")]
    [InlineData(409, """{"message":"item optimistic locking error: conflict","error":"conflict","status":409,"cause":[]}""", ErrorKind.Conflict, "conflict")]
    [InlineData(451, "", ErrorKind.LegalBlock, null)]
    [InlineData(400, "{\"message\":", ErrorKind.Invalid, null)]
    [InlineData(418, "[]", ErrorKind.Invalid, null)]
    public void Every_envelope_becomes_one_error(int status, string body, ErrorKind kind, string? code)
    {
        var error = Read(status, body);
        error.Kind.ShouldBe(kind);
        error.Code.ShouldBe(code);
        error.Status.ShouldBe(status);
        error.Message.ShouldNotBeNullOrWhiteSpace();
        error.WhatToDo.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("""{"status":400,"error":"not_unanswered_question","message":"Question 1 is not unanswered"}""", ErrorKind.NotUnanswered)]
    [InlineData("""{"message":"Question 1 is already answered.","error":"not_unanswered_question","status":400,"cause":[]}""", ErrorKind.NotUnanswered)]
    [InlineData("""{"status":400,"error":"not_active_item","message":"item must be active"}""", ErrorKind.NotActiveItem)]
    [InlineData("""{"status":400,"error":"text_is_null","message":"{0} is null"}""", ErrorKind.Invalid)]
    public void Refused_answers_are_told_apart_and_are_never_ambiguous(string body, ErrorKind kind)
    {
        var error = Read(400, body, _answer);
        error.Kind.ShouldBe(kind);
        error.IsAmbiguous.ShouldBeFalse();
        error.IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public void A_write_that_failed_on_their_side_may_have_happened_and_the_advice_says_so(int status)
    {
        var write = Read(status, "", _answer);
        write.IsAmbiguous.ShouldBeTrue();
        write.WhatToDo.ShouldContain("read back");
        Read(status, "").IsAmbiguous.ShouldBeFalse();
    }

    [Theory]
    [InlineData(400, """{"error_description":"may be expired or it was already used","error":"invalid_grant","status":400,"cause":[]}""", ErrorKind.ReconnectRequired)]
    [InlineData(400, """{"message":"may be expired or it was already used","error":"invalid_grant","status":400,"cause":[]}""", ErrorKind.ReconnectRequired)]
    [InlineData(401, """{"error":"unauthorized_client","status":401}""", ErrorKind.ReconnectRequired)]
    [InlineData(400, """{"message":"credenciales inv&aacute;lidas","error":"invalid_client","status":400,"cause":[]}""", ErrorKind.ApplicationRejected)]
    [InlineData(401, """{"error":"unauthorized_application","status":401}""", ErrorKind.ApplicationRejected)]
    [InlineData(400, """{"error":"invalid_request","status":400}""", ErrorKind.ApplicationRejected)]
    [InlineData(403, """{"error":"forbidden","status":403}""", ErrorKind.Unavailable)]
    [InlineData(403, """{"error":"invalid_grant","status":403}""", ErrorKind.Unavailable)]
    [InlineData(403, "<html>blocked, invalid_grant</html>", ErrorKind.Unavailable)]
    [InlineData(400, "<html>invalid_grant</html>", ErrorKind.Unavailable)]
    [InlineData(400, "invalid_grant", ErrorKind.Unavailable)]
    [InlineData(429, "local_rate_limited", ErrorKind.RateLimited)]
    [InlineData(429, """{"error":"invalid_grant"}""", ErrorKind.RateLimited)]
    [InlineData(500, """{"error":"invalid_grant"}""", ErrorKind.Unavailable)]
    [InlineData(400, """{"error":"something_new"}""", ErrorKind.Unavailable)]
    public void Only_two_answers_of_the_token_endpoint_can_end_a_link(int status, string body, ErrorKind kind) =>
        Read(status, body, _token).Kind.ShouldBe(kind);

    [Fact]
    public void Entities_in_a_message_become_letters() =>
        Read(400, """{"message":"credenciales inv&aacute;lidas","error":"invalid_client"}""", _token).Message.ShouldBe("credenciales inválidas.");

    [Fact]
    public void Every_kind_of_cause_is_kept()
    {
        var causes = Read(400, """{"message":"m","error":"e","cause":[7,"words here",{"code":"c","message":"m","type":"warning","references":["r"]},null]}""").Causes;
        causes.Select(c => c.Code).ShouldBe(["7", null, "c"]);
        causes[1].Message.ShouldBe("words here");
        causes[2].References.ShouldBe(["r"]);
    }

    [Fact]
    public void A_token_that_an_error_echoes_is_not_kept()
    {
        var error = Read(400, """{"message":"bad token APP_USR-1234567890123456-010101-canary-700001001 and TG-canary0000-1","error":"invalid_grant"}""", _token);
        $"{error} {error.RawBody}".ShouldNotContain("canary");
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 999]).Sample((bytes, status) => ErrorReader.Read(status, bytes, _answer).Message.Length > 0);

    [Fact]
    public void No_json_makes_the_reader_throw() =>
        Gen.Select(Any.Of("message", "error", "code", "status", "status_code", "cause", "error_description"), Any.Of("null", "1", "1e400", "\"\\ud800\"", "[]", "[[1]]", "{}", "{\"code\":{}}", "\"x\"", "true"), Any.Of("null", "[null,{}]", "{\"message\":3}"))
            .Sample((name, value, cause) => ErrorReader.Read(400, Encoding.UTF8.GetBytes($"{{\"{name}\":{value},\"cause\":{cause}}}"), _answer).Message.Length > 0);
}
