using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/questions/search", (HttpContext http) => QuestionSearch.Search(http, world, Caller.Of(http), received: false))
            .Needs(world, Permission.Communication);
        app.MapGet("/my/received_questions/search", (HttpContext http) => QuestionSearch.Search(http, world, Caller.Of(http), received: true))
            .Needs(world, Permission.Communication);
        app.MapGet("/questions/{id}", (HttpContext http, string id, string? api_version) => Get(http, world, id, api_version == "4"))
            .Needs(world, Permission.Communication);
        app.Post("/answers", http => AnswerAsync(http, world)).Needs(world, Permission.Communication, write: true);
        app.Post("/questions", http => AskAsync(http, world)).Needs(world, Permission.Communication, write: true);
        app.MapDelete("/questions/{id}", (HttpContext http, string id) => Delete(http, world, id)).Needs(world, Permission.Communication, write: true);
        app.Post("/my/questions/hidden", http => HideAsync(http, world)).Needs(world, Permission.Communication, write: true);
        app.MapGet("/users/{id}/questions/response_time", (HttpContext http, long id) => ResponseTime.Get(world, Caller.Of(http), id))
            .Needs(world, Permission.Communication);
    }

    private static IResult Get(HttpContext http, World world, string text, bool four)
    {
        if (!long.TryParse(text, CultureInfo.InvariantCulture, out var id)) return Reply.Error(400, "invalid_question", $"Invalid question id: {text}");
        var question = world.Questions.Find(id, http.ReadLag());
        if (question is null || http.TooYoung(question, world)) return Reply.Error(404, "not_found", $"Question {id} not found");
        var caller = Caller.Of(http);
        if (question.SellerId != caller.UserId && question.BuyerId != caller.UserId) return Reply.Forbidden();
        return Reply.Ok(four ? QuestionJson.Four(question) : QuestionJson.Old(question, world.Questions.AnsweredFor(question)));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, World world)
    {
        var (body, refusal) = await ReadAsync(http, "question_id", "text");
        if (refusal is not null) return refusal;
        if (body!["question_id"] is not JsonValue given || given.GetValueKind() != JsonValueKind.Number || !given.TryGetValue(out long id))
        {
            return Reply.Error(400, "invalid_question", "question_id must be an integer");
        }

        if (!TryText(body["text"], out var text)) return Reply.Error(400, "invalid_post_body", "text must be a string");
        var caller = Caller.Of(http);
        var outcome = world.Questions.Answer(id, text, caller.UserId, caller.By);
        return outcome.Refusal is { } no ? Reply.Refused(no) : Reply.Ok(QuestionJson.Old(outcome.Question!, world.Questions.AnsweredFor(outcome.Question!)));
    }

    private static async Task<IResult> AskAsync(HttpContext http, World world)
    {
        var (body, refusal) = await ReadAsync(http, "text", "item_id");
        if (refusal is not null) return refusal;
        if (!TryText(body!["text"], out var text) || !TryText(body["item_id"], out var item) || item is null)
        {
            return Reply.Error(400, "invalid_post_body", "text and item_id must be strings");
        }

        var caller = Caller.Of(http);
        var outcome = world.Questions.Ask(caller.UserId, item, text ?? "", caller.By, caller.Application.Id);
        return outcome.Refusal is { } no ? Reply.Refused(no) : Reply.Ok(QuestionJson.Old(outcome.Question!, 0), 201);
    }

    private static IResult Delete(HttpContext http, World world, string text)
    {
        if (!long.TryParse(text, CultureInfo.InvariantCulture, out var id)) return Reply.Error(400, "invalid_question", $"Invalid question id: {text}");
        var caller = Caller.Of(http);
        return world.Questions.Delete(id, caller.UserId, caller.By).Refusal is { } no ? Reply.Refused(no) : Reply.Ok(new JsonArray("Question deleted."));
    }

    private static async Task<IResult> HideAsync(HttpContext http, World world)
    {
        var (body, refusal) = await ReadAsync(http, "questions_ids");
        if (refusal is not null) return refusal;
        if (body!["questions_ids"] is not JsonArray { Count: > 0 } given) return Reply.Error(400, "invalid_post_body", "questions_ids must be a list of ids");
        var ids = new List<long>();
        foreach (var node in given)
        {
            if (node is not JsonValue value || !value.TryGetValue(out long id)) return Reply.Error(400, "invalid_post_body", "questions_ids must be a list of ids");
            ids.Add(id);
        }

        var caller = Caller.Of(http);
        return world.Questions.Hide(ids, caller.UserId, caller.By) is { } no ? Reply.Refused(no) : Reply.Ok(given.DeepClone());
    }

    private static bool TryText(JsonNode? node, out string? text)
    {
        text = null;
        if (node is null) return true;
        return node is JsonValue value && value.TryGetValue(out text);
    }

    /// <summary>A JSON object with no other members than these.</summary>
    internal static async Task<(JsonObject? Body, IResult? Refusal)> ReadAsync(HttpContext http, params string[] valid)
    {
        var message = $"Invalid body. The valid attributes are: [{string.Join(", ", valid)}]";
        if (!http.Request.HasJsonContentType()) return (null, Reply.Error(415, "unsupported_media_type", "Content-Type must be application/json"));
        try
        {
            var node = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: CancellationToken.None);
            if (node is JsonObject body && body.All(p => valid.Contains(p.Key, StringComparer.Ordinal))) return (body, null);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Not JSON, not UTF-8, or a member twice: the same refusal as for a wrong member.
        }

        return (null, Reply.Error(400, "invalid_post_body", message));
    }
}
