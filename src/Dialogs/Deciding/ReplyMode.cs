namespace MeliBot.Dialogs.Deciding;

/// <summary>How far a reply may go, from the freest to the strictest.</summary>
public enum ReplyMode
{
    /// <summary>Sends what passes; the rest waits for a person.</summary>
    Auto,

    /// <summary>Every reply waits for a person.</summary>
    Draft,

    /// <summary>Decides and shows, sends nothing.</summary>
    Shadow,

    /// <summary>The bot says nothing; people answer.</summary>
    Off,
}

/// <summary>What happens when something asked isn't answered, from the freest to the strictest.</summary>
public enum UncoveredReply
{
    Send,
    Draft,
}

/// <summary>What happens when the buyer is angry, from the freest to the strictest.</summary>
public enum NegativeReply
{
    Ignore,
    Draft,
    Off,
}
