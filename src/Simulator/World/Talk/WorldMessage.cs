namespace MeliBot.Simulator;

/// <summary>A message of a sale, as it stands at one moment.</summary>
public sealed record WorldMessage
{
    public required string Id { get; init; }
    public required long Pack { get; init; }
    public required long SellerId { get; init; }
    public required string SiteId { get; init; }

    /// <summary>As the platform shows it: the agent's where there is one.</summary>
    public required long From { get; init; }

    public required long To { get; init; }
    public required string Text { get; init; }
    public bool FromSeller { get; init; }
    public string Status { get; init; } = "available";
    public string Moderation { get; init; } = "clean";
    public string? Reason { get; init; }
    public IReadOnlyList<WorldFile> Files { get; init; } = [];
    public string? Option { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? Read { get; init; }

    /// <summary><c>app:{id}</c>, <c>elsewhere</c> or <c>buyer</c>.</summary>
    public required string By { get; init; }

    /// <summary>Sent to the buyer's own id where Mercado Libre's agent listens: answered with success, and nobody ever gets it.</summary>
    public bool Swallowed { get; init; }
}

public sealed record WorldFile
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required long Size { get; init; }
    public bool Threat { get; init; }
    public required DateTimeOffset Created { get; init; }
}

/// <summary>The conversation of a sale. Everything can be set, so that a test can have any state the platform knows, or doesn't.</summary>
public sealed class WorldThread
{
    public required long Pack { get; init; }
    public required long SellerId { get; init; }
    public required long BuyerId { get; init; }
    public required string SiteId { get; init; }

    /// <summary>Mercado Libre's agent sits in it.</summary>
    public bool Agent { get; set; }

    /// <summary>A substatus that holds whatever the order says; empty: active whatever the order says; null: as the order says.</summary>
    public string? Block { get; set; }

    /// <summary>350 where null.</summary>
    public int? MaxLength { get; set; }

    /// <summary>The action guide refuses and asks for plain messages (manufacturing time and the like).</summary>
    public bool Excepted { get; set; }

    public bool BuyerDeactivated { get; set; }

    /// <summary>Another request of this sale is under way: the action guide answers 409.</summary>
    public bool Locked { get; set; }

    /// <summary>The reason for which the next message is moderated, whatever it says.</summary>
    public string? ModerateNext { get; set; }

    /// <summary>How often each option of the action guide was used.</summary>
    public Dictionary<string, int> Used { get; } = new(StringComparer.Ordinal);
}

public sealed record MessageOutcome(WorldMessage? Message, MessageRefusal? Refusal = null)
{
    public bool Accepted => Refusal is null;
}

/// <summary>The platform's no about a message, in one of its forms.</summary>
/// <param name="Form">Which envelope the body comes in.</param>
public sealed record MessageRefusal(int Status, string Error, string Message, MessageErrorForm Form = MessageErrorForm.Standard, string? Cause = null);

public enum MessageErrorForm
{
    /// <summary><c>{message, error, status, cause: []}</c></summary>
    Standard,

    /// <summary><c>{status_code, code, message}</c></summary>
    Coded,

    /// <summary><c>{cause: "word", error, message, status_code}</c></summary>
    Guide,
}
