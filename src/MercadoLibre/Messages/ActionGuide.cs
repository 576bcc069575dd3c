using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How a seller may open a thread that the buyer hasn't: one of these reasons, or nothing.</summary>
public sealed record ActionGuide
{
    public IReadOnlyList<ContactOption> Options { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ContactOption
{
    public ContactReason Id { get; init; }

    public string? InternalDescription { get; init; }

    public bool? Enabled { get; init; }

    public bool? Actionable { get; init; }

    public ContactText Type { get; init; }

    public IReadOnlyList<ContactTemplate> Templates { get => field ?? []; init; }

    public int? CharLimit { get; init; }

    public IReadOnlyList<ContactOption> ChildOptions { get => field ?? []; init; }

    /// <summary>How often it may still be used for this sale; 0 is never.</summary>
    public int? CapAvailable { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ContactTemplate
{
    public string? Id { get; init; }

    public IReadOnlyList<ContactVariable> Vars { get => field ?? []; init; }

    /// <summary>By site, in HTML.</summary>
    public JsonElement? Texts { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ContactVariable
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ContactCap
{
    public ContactReason OptionId { get; init; }

    public int? CapAvailable { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
