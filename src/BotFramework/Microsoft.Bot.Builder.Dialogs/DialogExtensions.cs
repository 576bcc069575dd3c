namespace Microsoft.Bot.Builder.Dialogs;

public static class DialogExtensions
{
    // A handler that leaves the stack as it was meets the same error again, for ever.
    private const int MostHandledErrors = 20;

    /// <summary>One turn: continues what the conversation has on its stack, else begins <paramref name="dialog"/>. Ends with a trace "BotState" that holds the state: an adapter must not let it out.</summary>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor).Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        foreach (var (key, service) in turnContext.TurnState)
            dc.Services[key] = service;

        var handled = 0;
        while (!await TryRunAsync(dc, dialog.Id, mayHandle: handled < MostHandledErrors, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            handled++;
        }

        var snapshot = await MemorySnapshot.TakeAsync(dc, cancellationToken).ConfigureAwait(false);
        var trace = turnContext.Activity.CreateTrace("BotState", snapshot, "https://www.botframework.com/schemas/botState", "Bot State");
        await turnContext.SendActivityAsync(trace, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False when it threw and a dialog handled that: the turn goes on from what the handler left on the stack.</returns>
    private static async Task<bool> TryRunAsync(DialogContext dc, string rootId, bool mayHandle, CancellationToken cancellationToken)
    {
        try
        {
            var result = await dc.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
            if (result.Status == DialogTurnStatus.Empty)
                await dc.BeginDialogAsync(rootId, cancellationToken: cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception error)
        {
            if (!mayHandle || !await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken).ConfigureAwait(false))
                throw;
            return false;
        }
    }
}
