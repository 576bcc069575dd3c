using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record UserStatus
{
    public SiteStatus SiteStatus { get; init; }

    public Allowance? List { get; init; }

    public Allowance? Buy { get; init; }

    public Allowance? Sell { get; init; }

    public Allowance? Billing { get; init; }

    public bool? MercadopagoTcAccepted { get; init; }

    public string? MercadopagoAccountType { get; init; }

    public string? Mercadoenvios { get; init; }

    public bool? ImmediatePayment { get; init; }

    public bool? ConfirmedEmail { get; init; }

    public string? UserType { get; init; }

    public string? RequiredAction { get; init; }

    public JsonElement? ShoppingCart { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Whether the user may list, buy, sell or be billed, and the platform's reasons if not.</summary>
public sealed record Allowance
{
    public bool? Allow { get; init; }

    public IReadOnlyList<string> Codes { get => field ?? []; init; }

    public ImmediatePayment? ImmediatePayment { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ImmediatePayment
{
    public bool? Required { get; init; }

    public IReadOnlyList<string> Reasons { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
