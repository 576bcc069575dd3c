using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Why a seller opens a thread: the options of the action guide.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactReason>))]
public readonly record struct ContactReason(string? Value) : IOpenEnum<ContactReason>
{
    public static readonly ContactReason RequestVariants = new("REQUEST_VARIANTS");
    public static readonly ContactReason RequestBillingInfo = new("REQUEST_BILLING_INFO");
    public static readonly ContactReason SendInvoiceLink = new("SEND_INVOICE_LINK");
    public static readonly ContactReason DeliveryPromise = new("DELIVERY_PROMISE");
    public static readonly ContactReason Other = new("OTHER");

    public static IReadOnlyList<ContactReason> Known { get; } = [RequestVariants, RequestBillingInfo, SendInvoiceLink, DeliveryPromise, Other];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ContactReason From(string value) => new(value);

    public bool Equals(ContactReason other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
