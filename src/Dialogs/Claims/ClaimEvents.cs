namespace MeliBot.Dialogs.Claims;

/// <summary>What a turn of a claim is about; one may be about several, such as a message in a claim that has just been opened.</summary>
public static class ClaimEvents
{
    /// <summary>Before the name of every event of a claim.</summary>
    public const string Prefix = "claim.";

    /// <summary>Somebody wrote.</summary>
    public const string Message = "message";

    public const string Opened = "claim.opened";
    public const string Reopened = "claim.reopened";
    public const string StageChanged = "claim.stage-changed";

    /// <summary>Mercado Libre set an action that we must take.</summary>
    public const string ActionRequired = "claim.action-required";

    public const string ReturnChanged = "claim.return-changed";
    public const string Reminder = "claim.reminder";
    /// <summary>What we must do is due soon.</summary>
    public const string DueSoon = "claim.due-soon";

    /// <summary>What we had to do wasn't done in time.</summary>
    public const string Overdue = "claim.overdue";

    public const string Closed = "claim.closed";

    public static IReadOnlyList<string> All { get; } = [Message, Opened, Reopened, StageChanged, ActionRequired, ReturnChanged, Reminder, DueSoon, Overdue, Closed];

    /// <summary>Those by which a dialog begins that names none: something to answer, not something to be told of.</summary>
    public static IReadOnlyList<string> Default { get; } = [Message, Opened, Reopened, StageChanged];
}
