using System.Text.Json;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>What an answer's slot holds: the one thing that will be posted. A person's edited answer replaces it whole.</summary>
public sealed record AnswerPayload(long QuestionId, string Text)
{
    /// <summary>The effect kind that carries it.</summary>
    public const string Kind = "question.answer";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null when it isn't one.</summary>
    public static AnswerPayload? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<AnswerPayload>(json, Options) is { QuestionId: > 0, Text: { Length: > 0 } } payload ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the platform holds in a question's one slot.</summary>
public sealed record AnswerResult(string Text, string? Status, DateTimeOffset? At)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static AnswerResult? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<AnswerResult>(json, Options);
}
