using System.Globalization;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;

namespace MeliBot.Inbox.Index;

/// <summary>A sale as the board shows it.</summary>
/// <param name="Contact">The buyer's name as the sale gave it; null where it gave none, and while the contact is deleted.</param>
/// <param name="Sold">What was sold, in a line.</param>
/// <param name="StageSince">Since when it is in its stage.</param>
/// <param name="ChangedAt">Of the newest change, by the platform's clock.</param>
public sealed record SaleRow(
    long Account,
    long Order,
    long? Pack,
    OrderStage Stage,
    string? Status,
    IReadOnlyList<string> Tags,
    bool FraudRisk,
    long? Buyer,
    string? Contact,
    string Sold,
    decimal? Total,
    string? Currency,
    string? Site,
    string? Shipment,
    string? ShipmentDetail,
    DateTimeOffset StageSince,
    DateTimeOffset ChangedAt)
{
    /// <summary>Who deleted the lead, and when; null while it is shown.</summary>
    public LeadChange? Deletion { get; init; }

    /// <summary>Somebody deleted the contact.</summary>
    public bool IsContactDeleted { get; init; }

    public string Conversation => MessageKeys.Conversation(Account, Pack ?? Order);

    /// <param name="sale">As it is stored.</param>
    /// <param name="contactDeleted">Whether its contact is.</param>
    public static SaleRow Of(StoredOrder sale, bool contactDeleted)
    {
        ArgumentNullException.ThrowIfNull(sale);
        return new(
            sale.Account,
            sale.Id,
            sale.Pack,
            sale.Stage,
            sale.Status,
            sale.Tags,
            sale.FraudRisk,
            sale.Buyer,
            contactDeleted ? null : sale.Contact,
            SoldText(sale),
            sale.Total,
            sale.Currency,
            sale.Site,
            sale.Shipment?.Status,
            sale.Shipment?.Substatus,
            sale.StageSince ?? sale.SeenAt,
            sale.UpdatedAt ?? sale.SeenAt)
        {
            Deletion = sale.Deletion,
            IsContactDeleted = contactDeleted,
        };
    }

    public static string SoldText(StoredOrder sale)
    {
        ArgumentNullException.ThrowIfNull(sale);
        return string.Join("; ", sale.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {line.Title ?? line.Item}{(string.IsNullOrEmpty(line.Variation) ? "" : $" ({line.Variation})")}")));
    }
}

/// <summary>A row with everything that it can be found by.</summary>
public sealed record IndexedSale(SaleRow Row, string Words)
{
    /// <inheritdoc cref="SaleRow.Of"/>
    public static IndexedSale Of(StoredOrder sale, bool contactDeleted) => new(SaleRow.Of(sale, contactDeleted), WordsOf(sale, contactDeleted));

    /// <inheritdoc cref="SaleRow.Of"/>
    public static string WordsOf(StoredOrder sale, bool contactDeleted)
    {
        ArgumentNullException.ThrowIfNull(sale);
        return string.Join(
            ' ',
            ((string?[])[Number(sale.Id), Number(sale.Pack), Number(sale.Buyer), contactDeleted ? null : sale.Contact, sale.Status, sale.Shipment?.Status, sale.Shipment?.Tracking, Number(sale.Shipment?.Id), Number(sale.Payment?.Id)])
                .Concat(sale.Lines.SelectMany(line => (string?[])[line.Title, line.Item, line.Variation]))
                .Concat(sale.Tags)
                .Where(word => !string.IsNullOrEmpty(word)));
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
