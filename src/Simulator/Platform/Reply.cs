using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Answers in the platform's forms.</summary>
internal static class Reply
{
    // The platform sends accents as they are, not as escapes.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Ok(JsonNode body, int status = 200) => new Written(body.ToJsonString(Json), status, "application/json; charset=utf-8");

    public static IResult Html(string html, int status = 200) => new Written(html, status, "text/html; charset=utf-8");

    public static IResult Text(string text, int status) => new Written(text, status, "text/plain; charset=utf-8");

    public static IResult Raw(string body, int status) =>
        new Written(body, status, body.TrimStart() is ['{' or '[', ..] ? "application/json; charset=utf-8" : "text/plain; charset=utf-8");

    public static IResult Empty(int status) => new Written("", status, null);

    /// <summary><c>{message, error, status, cause: []}</c></summary>
    public static IResult Error(int status, string error, string message) =>
        Ok(new JsonObject { ["message"] = message, ["error"] = error, ["status"] = status, ["cause"] = new JsonArray() }, status);

    /// <summary><c>{code: 404, error, message, cause: null}</c>, as returns have it</summary>
    public static IResult Coded(int status, string error, string message) =>
        Ok(new JsonObject { ["code"] = status, ["error"] = error, ["message"] = message, ["cause"] = null }, status);

    public static IResult Refused(Refusal refusal) => refusal.Cause
        ? Error(refusal.Status, refusal.Error, refusal.Message)
        : Ok(new JsonObject { ["status"] = refusal.Status, ["error"] = refusal.Error, ["message"] = refusal.Message }, refusal.Status);

    public static IResult Forbidden() => Error(403, "forbidden", "forbidden");

    public static IResult AccessDenied() => Ok(
        new JsonObject { ["status"] = 403, ["error"] = "access_denied", ["message"] = "access to the requested resource is forbidden", ["code"] = "FORBIDDEN" }, 403);

    public static IResult InvalidScopes() => Ok(new JsonObject { ["status"] = 403, ["error"] = "Invalid scopes", ["code"] = "FORBIDDEN" }, 403);

    public static IResult PolicyAgent() => Ok(
        new JsonObject
        {
            ["message"] = "At least one policy returned UNAUTHORIZED.",
            ["code"] = "PA_UNAUTHORIZED_RESULT_FROM_POLICIES",
            ["status"] = 403,
            ["blocked_by"] = "PolicyAgent",
        },
        403);

    public static IResult NoToken() => Ok(new JsonObject { ["code"] = "unauthorized", ["message"] = "invalid access token" }, 401);

    public static IResult DeadToken() => Error(401, "not_found", "invalid_token");

    private sealed class Written(string body, int status, string? contentType) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = contentType;
            // Not the request's own token: a late effect answers nobody, and that is no reason to stop half-way.
            if (body.Length > 0) await httpContext.Response.WriteAsync(body, CancellationToken.None);
        }
    }
}
