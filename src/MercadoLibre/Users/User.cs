using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A user: whole with his own token, only the public part with another's. May be partial (206).</summary>
public sealed record User
{
    public long? Id { get; init; }

    public string? Nickname { get; init; }

    public string? SiteId { get; init; }

    public string? CountryId { get; init; }

    public DateTimeOffset? RegistrationDate { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public Identification? Identification { get; init; }

    public UserAddress? Address { get; init; }

    public Phone? Phone { get; init; }

    public Phone? AlternativePhone { get; init; }

    public string? UserType { get; init; }

    /// <summary><c>user_product_seller</c>, <c>warehouse_management</c>, <c>test_user</c>, <c>mshops</c>...</summary>
    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public string? Permalink { get; init; }

    public string? Logo { get; init; }

    public int? Points { get; init; }

    public string? SellerExperience { get; init; }

    public SellerReputation? SellerReputation { get; init; }

    public UserStatus? Status { get; init; }

    public JsonElement? BuyerReputation { get; init; }

    public JsonElement? Credit { get; init; }

    public JsonElement? Company { get; init; }

    public JsonElement? Context { get; init; }

    public JsonElement? Thumbnail { get; init; }

    public JsonElement? RegistrationIdentifiers { get; init; }

    public JsonElement? BillData { get; init; }

    public JsonElement? SecureEmail { get; init; }

    [JsonIgnore]
    public bool IsTestUser => Tags.Contains("test_user", StringComparer.OrdinalIgnoreCase);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Identification
{
    public string? Type { get; init; }

    public string? Number { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record UserAddress
{
    public string? State { get; init; }

    public string? City { get; init; }

    public string? Address { get; init; }

    public string? ZipCode { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Phone
{
    public string? AreaCode { get; init; }

    public string? Number { get; init; }

    public string? Extension { get; init; }

    public bool? Verified { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
