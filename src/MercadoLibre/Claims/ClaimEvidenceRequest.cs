namespace MeliBot.MercadoLibre;

/// <summary>What the seller shows: that he sent the product, or when he will. Made by the methods that know what each way needs.</summary>
public sealed record ClaimEvidenceRequest
{
    public EvidenceType Type { get; init; } = EvidenceType.ShippingEvidence;

    public EvidenceMethod? ShippingMethod { get; init; }

    public string? ShippingCompanyName { get; init; }

    public string? DestinationAgency { get; init; }

    public DateTimeOffset? DateShipped { get; init; }

    public DateTimeOffset? DateDelivered { get; init; }

    public string? ReceiverName { get; init; }

    /// <summary>The number of a document.</summary>
    public string? ReceiverId { get; init; }

    public string? ReceiverEmail { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Names that uploads of evidence gave; null when there are none.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    /// <summary>When the product will be sent.</summary>
    public DateOnly? HandlingDate { get; init; }

    /// <summary>It was sent by mail.</summary>
    public static ClaimEvidenceRequest ByMail(string company, DateTimeOffset shipped, string? tracking = null) =>
        new() { ShippingMethod = EvidenceMethod.Mail, ShippingCompanyName = company, DateShipped = shipped, TrackingNumber = tracking };

    /// <summary>A carrier took it to an agency, for somebody by name.</summary>
    public static ClaimEvidenceRequest Entrusted(string company, string agency, string receiver, DateTimeOffset shipped, string? tracking = null) => new()
    {
        ShippingMethod = EvidenceMethod.Entrusted,
        ShippingCompanyName = company,
        DestinationAgency = agency,
        ReceiverName = receiver,
        DateShipped = shipped,
        TrackingNumber = tracking,
    };

    /// <summary>It was given to the buyer in person.</summary>
    public static ClaimEvidenceRequest InPerson(DateTimeOffset delivered) => new() { ShippingMethod = EvidenceMethod.PersonalDelivery, DateDelivered = delivered };

    /// <summary>It was sent by e-mail, as digital goods are.</summary>
    public static ClaimEvidenceRequest ByEmail(string receiver, DateTimeOffset shipped) =>
        new() { ShippingMethod = EvidenceMethod.Email, ReceiverEmail = receiver, DateShipped = shipped };

    /// <summary>It will be sent on a day.</summary>
    public static ClaimEvidenceRequest Promise(DateOnly day) => new() { Type = EvidenceType.HandlingShippingEvidence, HandlingDate = day };

    /// <summary>What the platform would miss, in words for a person; null when nothing.</summary>
    public string? Lack()
    {
        if (Type == EvidenceType.HandlingShippingEvidence)
            return HandlingDate is null ? "A promise names the day on which the product will be sent." : null;
        if (Type != EvidenceType.ShippingEvidence)
            return $"There is no evidence of type \"{Type}\".";
        if (ShippingMethod is not { Value.Length: > 0 } method)
            return "Evidence says how the product was sent.";
        string?[] missing =
        [
            Needs(ShippingCompanyName, "the company", EvidenceMethod.Mail, EvidenceMethod.Entrusted),
            Needs(DateShipped, "when it was sent", EvidenceMethod.Mail, EvidenceMethod.Entrusted, EvidenceMethod.Email),
            Needs(DestinationAgency, "the agency", EvidenceMethod.Entrusted),
            Needs(ReceiverName, "who receives it", EvidenceMethod.Entrusted),
            Needs(ReceiverEmail, "the e-mail address", EvidenceMethod.Email),
        ];
        var named = string.Join(", ", missing.OfType<string>());
        return named.Length == 0 ? null : $"Evidence of a product sent by {method} also says {named}.";

        string? Needs(object? value, string name, params EvidenceMethod[] methods) =>
            methods.Contains(method) && value is null or "" ? name : null;
    }
}
