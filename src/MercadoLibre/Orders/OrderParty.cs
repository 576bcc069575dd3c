using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The buyer or the seller of an order. Anything beside the id may be missing; what is there is personal data.</summary>
public sealed record OrderParty
{
    public long? Id { get; init; }

    public string? Nickname { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public Phone? Phone { get; init; }

    public Phone? AlternativePhone { get; init; }

    public BillingReference? BillingInfo { get; init; }

    public string? UserType { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public IReadOnlyList<string> BuyRestrictions { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record BillingReference
{
    public string? Id { get; init; }

    public string? DocType { get; init; }

    public string? DocNumber { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
