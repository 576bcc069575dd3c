using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Adapter.Orders;

/// <summary>A sale as it is kept here: what the platform said last, in its own words, and how it got there.</summary>
public sealed record StoredOrder
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required long Account { get; init; }

    public required long Id { get; init; }

    /// <summary>Null for a sale without one.</summary>
    public long? Pack { get; init; }

    public OrderStage Stage { get; init; }

    /// <summary>The platform's own word; null when it said none.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The platform suspects fraud: do not ship.</summary>
    public bool FraudRisk { get; init; }

    /// <summary>The buyer's number, which is the lead's name.</summary>
    public long? Buyer { get; init; }

    /// <summary>The buyer's name as the sale gave it; later changes of the buyer's don't change it.</summary>
    public string? Contact { get; init; }

    public string? Site { get; init; }

    public IReadOnlyList<StoredLine> Lines { get; init; } = [];

    public decimal? Total { get; init; }

    public string? Currency { get; init; }

    public StoredPayment? Payment { get; init; }

    public StoredShipment? Shipment { get; init; }

    /// <summary>Why it was cancelled, in the platform's word.</summary>
    public string? CancelCode { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The platform's own time of its last change: an older reading never replaces a newer one.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was read last.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Every change of stage or status, oldest first.</summary>
    public IReadOnlyList<OrderMove> Moves { get; init; } = [];

    /// <summary>When people deleted the lead here, and when it came back; oldest first.</summary>
    public IReadOnlyList<LeadChange> LeadChanges { get; init; } = [];

    /// <summary>Who deleted the lead, and when; null while it is shown.</summary>
    [JsonIgnore]
    public LeadChange? Deletion => LeadChanges is [.., { Act: LeadAct.Deleted } last] ? last : null;

    /// <summary>Since when it is in its stage; a change of the platform's word alone doesn't begin it anew.</summary>
    [JsonIgnore]
    public DateTimeOffset? StageSince
    {
        get
        {
            DateTimeOffset? since = null;
            foreach (var move in Moves)
            {
                if (since is null || move.From != move.To) since = move.At;
            }

            return since;
        }
    }

    /// <summary>What names its conversation: the pack, or the order itself.</summary>
    [JsonIgnore]
    public long Conversation => Pack ?? Id;

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static StoredOrder Parse(string json) => JsonSerializer.Deserialize<StoredOrder>(json, Options) ?? throw new JsonException("A stored order is empty.");
}

public sealed record StoredLine(string? Item, string? Title, string? Variation, int Quantity, decimal? UnitPrice);

public sealed record StoredPayment(long? Id, string? Status, string? Detail, DateTimeOffset? UpdatedAt);

/// <param name="Carrier">The platform's name for carrier and service.</param>
/// <param name="PromisedFor">The day for which the buyer was promised it.</param>
public sealed record StoredShipment(
    long Id,
    string? Status = null,
    string? Substatus = null,
    string? Mode = null,
    string? Logistic = null,
    string? Tracking = null,
    string? Carrier = null,
    DateTimeOffset? PromisedFor = null,
    DateTimeOffset? UpdatedAt = null);

/// <param name="From">Null on the first.</param>
/// <param name="Status">The platform's word at that moment.</param>
public sealed record OrderMove(DateTimeOffset At, OrderStage? From, OrderStage To, string? Status);
