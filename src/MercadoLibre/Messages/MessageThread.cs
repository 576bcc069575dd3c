using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The messages of a sale and whether the seller may write. One page of them, newest first as far as seen: sort by <see cref="Message.At"/>.</summary>
public sealed record MessageThread
{
    public Paging? Paging { get; init; }

    public MessageThreadState? ConversationStatus { get; init; }

    public IReadOnlyList<Message> Messages { get => field ?? []; init; }

    /// <summary>350 as documented; 3500 and 0 are seen: use <see cref="LongestText"/>.</summary>
    public int? SellerMaxMessageLength { get; init; }

    public int? BuyerMaxMessageLength { get; init; }

    /// <summary>The oldest shape's name of <see cref="Messages"/>.</summary>
    public IReadOnlyList<Message> Results { get => field ?? []; init; }

    /// <summary>The platform's length where it names none, or 0.</summary>
    public const int UsualLength = 350;

    /// <summary>How many characters a seller's message may have.</summary>
    [JsonIgnore]
    public int LongestText => SellerMaxMessageLength is > 0 and var length ? length : UsualLength;

    /// <summary>The messages of either shape.</summary>
    [JsonIgnore]
    public IReadOnlyList<Message> All => Messages.Count > 0 ? Messages : Results;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MessageThreadState
{
    public ThreadStatus Status { get; init; }

    /// <summary>Why it is blocked.</summary>
    public ThreadBlock Substatus { get; init; }

    /// <summary>Near the time of the reading: it isn't when the state began.</summary>
    public DateTimeOffset? StatusDate { get; init; }

    /// <summary><c>/packs/{pack}/sellers/{seller}</c>; ends in <c>/conversations/{type}</c> where Mercado Libre's agent sits in the thread.</summary>
    public string? Path { get; init; }

    /// <summary>False in healthy threads too: no sign of a block.</summary>
    public bool? StatusUpdateAllowed { get; init; }

    public long? ClaimId { get; init; }

    public IReadOnlyList<long> ClaimIds { get => field ?? []; init; }

    public long? ShippingId { get; init; }

    public JsonElement? Data { get; init; }

    /// <summary>Mercado Libre's own agent sits between buyer and seller.</summary>
    [JsonIgnore]
    public bool HasAgent => Path?.Contains("/conversations/", StringComparison.Ordinal) == true;

    [JsonIgnore]
    public bool IsBlocked => Status == ThreadStatus.Blocked;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
