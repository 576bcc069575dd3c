using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace MeliBot.MercadoLibre;

public sealed record Infractions
{
    [JsonPropertyName("infractions")]
    public IReadOnlyList<Infraction> Entries { get => field ?? []; init; }

    public Paging? Paging { get; init; }

    public string? SortingType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Why something was moderated. Reason and remedy are the platform's HTML: show them as text only.</summary>
public sealed record Infraction
{
    public string? Id { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public long? UserId { get; init; }

    public string? RelatedItemId { get; init; }

    public string? ElementId { get; init; }

    public ModeratedElement ElementType { get; init; }

    public string? SiteId { get; init; }

    /// <summary><c>LINKS</c> and <c>DP</c> (personal data) are what an answer is banned for.</summary>
    public string? FilterSubgroup { get; init; }

    public string? Reason { get; init; }

    public string? Remedy { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record LastModeration
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public IReadOnlyList<ModerationEvidence> Evidences { get => field ?? []; init; }

    public IReadOnlyList<ModerationWording> Wordings { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ModerationEvidence
{
    public string? TextMatched { get; init; }

    public string? SectionName { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ModerationWording
{
    public string? Type { get; init; }

    public string? Value { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record InfractionSearch
{
    /// <summary><c>QUE</c> for questions and their answers.</summary>
    [AliasAs("element_type")]
    public string? ElementType { get; init; }

    [AliasAs("element_id")]
    public string? ElementId { get; init; }

    [AliasAs("related_item_id")]
    public string? RelatedItemId { get; init; }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    [AliasAs("date_created_since")]
    public string? DateCreatedSince { get; init; }

    [AliasAs("date_created_to")]
    public string? DateCreatedTo { get; init; }

    /// <summary><c>ES</c> or <c>PT</c>.</summary>
    [AliasAs("language")]
    public string? Language { get; init; }

    /// <summary>1 to 20.</summary>
    [AliasAs("limit")]
    public int? Limit { get; init; }

    [AliasAs("offset")]
    public int? Offset { get; init; }

    /// <summary><c>date_created_desc</c> or <c>date_created_asc</c>.</summary>
    [AliasAs("sort")]
    public string? Sort { get; init; }

    public static InfractionSearch OfQuestion(long questionId, string language = "ES") => new()
    {
        ElementType = ModeratedElement.Question.Value,
        ElementId = questionId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Language = language,
    };
}
