using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <param name="QuestionId">Sent as an integer; a string is refused with <c>invalid_question</c>.</param>
/// <param name="Text">At most <see cref="MaxLength"/> characters.</param>
public sealed record AnswerRequest(long QuestionId, string Text)
{
    /// <summary>The platform's limit on a question's and on an answer's text.</summary>
    public const int MaxLength = 2000;
}

public sealed record HideQuestionsRequest([property: JsonPropertyName("questions_ids")] IReadOnlyList<long> QuestionIds);

public sealed record BlacklistRequest(long UserId);

public sealed record BlockedUsers
{
    public IReadOnlyList<BlockedUser> Users { get => field ?? []; init; }

    public Paging? Paging { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record BlockedUser
{
    public long? Id { get; init; }

    public DateTimeOffset? BlockedAt { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
