namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>What a seller changes about the guards. Phrases are whole words, compared without case, accents and disguise.</summary>
public sealed record GuardOptions
{
    public static readonly GuardOptions None = new();

    /// <value>Guards that are switched off, by <see cref="IGuard.Name"/>; see <see cref="ContentGuards.Names"/>. Default none.</value>
    public IReadOnlyCollection<string> Disabled { get; init; } = [];

    /// <value>Phrases that are never said, whatever else is allowed. Default none.</value>
    public IReadOnlyCollection<string> Forbidden { get; init; } = [];

    /// <value>Phrases that no guard looks at, for example a brand that reads like an address. Default none.</value>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];
}
