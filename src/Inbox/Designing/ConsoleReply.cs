using MeliBot.Adapter.Turns;

namespace MeliBot.Inbox.Designing;

/// <summary>What came of a question in the console.</summary>
public abstract record ConsoleReply
{
    private ConsoleReply()
    {
    }

    /// <param name="Playbook">Name and version of what answered.</param>
    /// <param name="Trace">As a real turn would have stored it.</param>
    public sealed record Said(string Playbook, TurnTrace Trace, IReadOnlyList<HeardSegment> Segments, IReadOnlyList<HeardSlot> Slots) : ConsoleReply;

    /// <param name="Detail">In words of whoever knows more; null when there is nothing to add.</param>
    public sealed record Failed(ConsoleProblem Problem, string? Detail = null) : ConsoleReply;
}

/// <summary>Why a question couldn't be tried.</summary>
public enum ConsoleProblem
{
    /// <summary>A listing can only be read with some account's permission.</summary>
    NoAccount,

    /// <summary>Mercado Libre has no such listing, or not for this account.</summary>
    NoSuchItem,

    /// <summary>Mercado Libre doesn't say now.</summary>
    ItemNotRead,

    /// <summary>The JSON isn't that of a listing.</summary>
    ItemNotUnderstood,

    /// <summary>The bot threw; in production the turn would be tried again, and then go to a person.</summary>
    BotFailed,
}

/// <summary>A part of the question, and what it was taken for.</summary>
/// <param name="Intent">Null for none.</param>
public sealed record HeardSegment(string Text, string? Intent, double Score);

/// <summary>What was found in the words: a colour, a size, a place.</summary>
public sealed record HeardSlot(string Name, IReadOnlyList<string> Values);
