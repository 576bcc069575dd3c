namespace Microsoft.Bot.Builder.Dialogs;

public enum DialogTurnStatus
{
    /// <summary>There was nothing on the stack.</summary>
    Empty,
    Waiting,
    Complete,
    Cancelled,
    CompleteAndWait,
}
