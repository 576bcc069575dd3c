using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>State of a user on the site.</summary>
[JsonConverter(typeof(OpenEnumConverter<SiteStatus>))]
public readonly record struct SiteStatus(string? Value) : IOpenEnum<SiteStatus>
{
    public static readonly SiteStatus Active = new("active");
    public static readonly SiteStatus Deactive = new("deactive");
    public static readonly SiteStatus Guest = new("guest");
    public static readonly SiteStatus Suspended = new("suspended");
    public static readonly SiteStatus Blocked = new("blocked");

    public static IReadOnlyList<SiteStatus> Known { get; } = [Active, Deactive, Guest, Suspended, Blocked];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static SiteStatus From(string value) => new(value);

    public bool Equals(SiteStatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
