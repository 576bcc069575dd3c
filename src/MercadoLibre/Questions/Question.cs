using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A question of a buyer, in the shape of <c>api_version=4</c> or of any older one.</summary>
public sealed record Question : IJsonOnDeserialized
{
    public long Id { get; init; }

    public long? SellerId { get; init; }

    /// <summary>Only in <c>api_version=4</c>; use <see cref="AskerId"/>.</summary>
    public long? BuyerId { get; init; }

    public string? ItemId { get; init; }

    public QuestionStatus Status { get; init; }

    /// <summary>Empty when the question was banned.</summary>
    public string Text { get => field ?? ""; init; }

    public Answer? Answer { get; init; }

    /// <summary>Absent in <c>api_version=4</c>, richer for leads; use <see cref="AskerId"/>.</summary>
    public Asker? From { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Absent in search results.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    public bool? Hold { get; init; }

    public bool? DeletedFromListing { get; init; }

    public bool? SuspectedSpam { get; init; }

    public long? AppId { get; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public JsonElement? AiCategories { get; init; }

    public string? SiteId { get; init; }

    public string? MarketplaceItemId { get; init; }

    public string? TextTranslated { get; init; }

    /// <summary>The buyer: <c>from.id</c> or <c>buyer_id</c>, whichever this shape carries. Null in the oldest shapes.</summary>
    [JsonIgnore]
    public long? AskerId => From?.Id ?? BuyerId;

    [JsonIgnore]
    public bool IsAnswerable => Status == QuestionStatus.Unanswered;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Id <= 0)
            throw new JsonException("This is no question: it has no \"id\".");
    }
}

public sealed record Answer
{
    /// <summary>Empty when the answer was banned.</summary>
    public string Text { get => field ?? ""; init; }

    public AnswerStatus Status { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public string? TextTranslated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Who asked. Name, e-mail and phone come only with leads (vehicles, property); they are personal data.</summary>
public sealed record Asker
{
    public long? Id { get; init; }

    public int? AnsweredQuestions { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public Phone? Phone { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
