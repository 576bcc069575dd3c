using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Orders;

namespace MeliBot.Bot.Local;

/// <summary>A sale as commands show it.</summary>
/// <param name="Stage">Of the pipeline: payment required, payment in process, paid, cancelled, invalid, unknown.</param>
/// <param name="Status">The platform's own word.</param>
/// <param name="Lead">The buyer's number.</param>
/// <param name="DoNotShip">The platform suspects fraud.</param>
public sealed record OrderView(
    long Account,
    long Id,
    long? Pack,
    string Stage,
    string? Status,
    IReadOnlyList<string> Tags,
    bool DoNotShip,
    long? Lead,
    string? Contact,
    IReadOnlyList<StoredLine> Lines,
    decimal? Total,
    string? Currency,
    StoredPayment? Payment,
    StoredShipment? Shipment,
    string? CancelCode,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<OrderMoveView> Moves)
{
    /// <summary>Since when it is in its stage.</summary>
    public DateTimeOffset? StageSince { get; init; }

    /// <summary>Somebody deleted the lead here; it comes back when the buyer writes again.</summary>
    public bool Deleted { get; init; }

    /// <summary>When the lead was deleted, and when it came back; oldest first.</summary>
    public IReadOnlyList<LeadChange> LeadChanges { get; init; } = [];

    /// <summary>When Mercado Libre was read last.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public static OrderView Of(StoredOrder order) => new(
        order.Account, order.Id, order.Pack, Name(order.Stage), order.Status, order.Tags, order.FraudRisk, order.Buyer, order.Contact, order.Lines, order.Total, order.Currency,
        order.Payment, order.Shipment, order.CancelCode, order.CreatedAt, order.UpdatedAt,
        [.. order.Moves.Select(move => new OrderMoveView(move.At, move.From is { } from ? Name(from) : null, Name(move.To), move.Status))])
    {
        StageSince = order.StageSince,
        Deleted = order.Deletion is not null,
        LeadChanges = order.LeadChanges,
        SeenAt = order.SeenAt,
    };

    /// <summary>What was stored, but for its moves and when it was read.</summary>
    public StoredOrder ToStored() => new()
    {
        Account = Account,
        Id = Id,
        Pack = Pack,
        Stage = OrderStages.All.FirstOrDefault(stage => Name(stage) == Stage),
        Status = Status,
        Tags = Tags,
        FraudRisk = DoNotShip,
        Buyer = Lead,
        Contact = Contact,
        Site = Lines.Select(line => Sites.OfItem(line.Item)).FirstOrDefault(site => site is not null),
        Lines = Lines,
        Total = Total,
        Currency = Currency,
        Payment = Payment,
        Shipment = Shipment,
        CancelCode = CancelCode,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        SeenAt = UpdatedAt ?? CreatedAt ?? default,
    };

    public static string Name(OrderStage stage) => stage switch
    {
        OrderStage.PaymentRequired => "payment required",
        OrderStage.PaymentInProcess => "payment in process",
        _ => stage.ToString().ToLowerInvariant(),
    };
}

public sealed record OrderMoveView(DateTimeOffset At, string? From, string To, string? Status);

/// <param name="Orders">How many sales are in it, but for deleted leads.</param>
/// <param name="DoNotShip">How many of them the platform suspects of fraud.</param>
/// <param name="Deleted">How many leads of it are deleted here.</param>
public sealed record StageView(string Stage, int Orders, int DoNotShip, int Deleted);
