namespace MeliBot.Simulator;

public enum AccessLevel { None, Read, ReadWrite }

/// <summary>How an application's notices are written: the real ones vary by topic and age.</summary>
public enum NoticeForm
{
    /// <summary><c>_id</c>, numbers, three digits of a second.</summary>
    Standard,

    /// <summary><c>id</c> instead of <c>_id</c>.</summary>
    PlainId,

    /// <summary>No id at all, ids of users as strings: the oldest form.</summary>
    Old,

    /// <summary>Every number as a string, nine digits of a second, an unknown field, <c>recieved</c>.</summary>
    Odd,

    /// <summary>One of the others, by chance.</summary>
    Mixed,
}

/// <summary>A registration in the developers' centre.</summary>
public sealed class WorldApplication
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string SiteId { get; init; }

    /// <summary>Two while a rotation is under way.</summary>
    public required IReadOnlyList<string> Secrets { get; set; }

    public required string RedirectUri { get; set; }

    /// <summary>Where notices go: one address for all sellers.</summary>
    public Uri? CallbackUrl { get; set; }

    public required HashSet<string> Topics { get; init; }

    /// <summary>Topics that the platform switched off; they come back only by subscribing again.</summary>
    public HashSet<string> SwitchedOff { get; } = new(StringComparer.Ordinal);

    public bool Pkce { get; set; }
    public bool OfflineAccess { get; set; } = true;
    public bool WriteScope { get; set; } = true;

    /// <summary>Pre- and post-sale communication. Tokens keep the level that they were minted with.</summary>
    public AccessLevel Communication { get; set; } = AccessLevel.ReadWrite;

    /// <summary>Publish and synchronise.</summary>
    public AccessLevel Publishing { get; set; } = AccessLevel.ReadWrite;

    /// <summary>Whose token the application's own resources ask for; null: any of its tokens.</summary>
    public long? OwnerId { get; set; }

    public bool Blocked { get; set; }
    public NoticeForm NoticeForm { get; set; }

    internal int FailedInARow { get; set; }
}

public sealed record NewApplication
{
    public long? Id { get; init; }
    public string? Secret { get; init; }
    public string Name { get; init; } = "MeliBot";
    public string Site { get; init; } = "MLA";
    public string RedirectUri { get; init; } = "http://localhost/callback";
    public Uri? CallbackUrl { get; init; }
    public IReadOnlyList<string>? Topics { get; init; }
    public bool Pkce { get; init; }
    public bool OfflineAccess { get; init; } = true;
    public bool WriteScope { get; init; } = true;
    public AccessLevel Communication { get; init; } = AccessLevel.ReadWrite;
    public AccessLevel Publishing { get; init; } = AccessLevel.ReadWrite;
    public long? OwnerId { get; init; }
    public NoticeForm NoticeForm { get; init; }
}
