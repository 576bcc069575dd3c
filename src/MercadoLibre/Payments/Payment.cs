using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A payment, as an order carries it or as its own resource shows it.</summary>
public sealed record Payment
{
    public long? Id { get; init; }

    public long? OrderId { get; init; }

    public long? MerchantOrderId { get; init; }

    public long? PayerId { get; init; }

    public PaymentParty? Payer { get; init; }

    public PaymentParty? Collector { get; init; }

    public long? CollectorId { get; init; }

    public PaymentStatus Status { get; init; }

    public string? StatusCode { get; init; }

    public string? StatusDetail { get; init; }

    public string? Reason { get; init; }

    public string? SiteId { get; init; }

    public string? CurrencyId { get; init; }

    public string? PaymentType { get; init; }

    public string? PaymentMethodId { get; init; }

    public string? OperationType { get; init; }

    public int? Installments { get; init; }

    public decimal? InstallmentAmount { get; init; }

    public decimal? TransactionAmount { get; init; }

    public decimal? TransactionAmountRefunded { get; init; }

    public decimal? AmountRefunded { get; init; }

    public decimal? TotalPaidAmount { get; init; }

    public decimal? TaxesAmount { get; init; }

    public decimal? ShippingCost { get; init; }

    public decimal? CouponAmount { get; init; }

    public decimal? OverpaidAmount { get; init; }

    public decimal? MarketplaceFee { get; init; }

    public decimal? MercadopagoFee { get; init; }

    public decimal? DiscountFee { get; init; }

    public decimal? CouponFee { get; init; }

    public decimal? FinanceFee { get; init; }

    public decimal? NetReceivedAmount { get; init; }

    public decimal? AccountMoneyAmount { get; init; }

    public decimal? ConceptAmount { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? DateApproved { get; init; }

    public DateTimeOffset? DateLastModified { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public DateTimeOffset? MoneyReleaseDate { get; init; }

    public string? Released { get; init; }

    public string? DeferredPeriod { get; init; }

    public long? CardId { get; init; }

    public string? CouponId { get; init; }

    public string? ConceptId { get; init; }

    public string? SponsorId { get; init; }

    public string? IssuerId { get; init; }

    public string? AuthorizationCode { get; init; }

    public string? TransactionOrderId { get; init; }

    public string? ReferenceId { get; init; }

    public string? ExternalReference { get; init; }

    public string? ActivationUri { get; init; }

    public string? StatementDescriptor { get; init; }

    public string? Marketplace { get; init; }

    public string? DeductionSchema { get; init; }

    public string? ApiVersion { get; init; }

    public IReadOnlyList<string> AvailableActions { get => field ?? []; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public TransferReference? AtmTransferReference { get; init; }

    public JsonElement? Refunds { get; init; }

    public JsonElement? AdditionalInfo { get; init; }

    public Cardholder? Cardholder { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Personal data.</summary>
public sealed record PaymentParty
{
    public long? Id { get; init; }

    public string? Nickname { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public Phone? Phone { get; init; }

    public Identification? Identification { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Cardholder
{
    public string? Name { get; init; }

    public Identification? Identification { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record TransferReference
{
    public string? TransactionId { get; init; }

    public string? CompanyId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
