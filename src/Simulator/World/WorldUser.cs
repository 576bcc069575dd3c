namespace MeliBot.Simulator;

/// <summary>A person at the platform: a seller's account or a buyer.</summary>
public sealed class WorldUser
{
    public required long Id { get; init; }
    public required string Nickname { get; init; }
    public required string SiteId { get; init; }
    public bool Seller { get; init; }
    public string? Email { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = ["normal"];

    /// <summary>A collaborator's login of this seller: may never grant.</summary>
    public long? OperatorOf { get; init; }

    public required DateTimeOffset Registered { get; init; }

    /// <summary>Data or documents are owed: grants answer invalid_grant until they are given.</summary>
    public bool OwesDocuments { get; set; }

    public string Language => SiteId == "MLB" ? "pt" : "es";
}

public sealed record NewUser
{
    public long? Id { get; init; }
    public string? Nickname { get; init; }
    public string Site { get; init; } = "MLA";
    public string? Email { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public long? OperatorOf { get; init; }
}
