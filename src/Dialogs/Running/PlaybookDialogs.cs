using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace MeliBot.Dialogs.Running;

/// <summary>The dialogs that a playbook's version has: its own, the prompts, and those that the host wrote in C#.</summary>
/// <param name="own">Registered by the host as <see cref="Dialog"/>; a file dialog of the same name goes before.</param>
internal sealed class PlaybookDialogs(ConversationState conversation, PlaybookActions actions, IEnumerable<Dialog> own)
{
    private readonly IStatePropertyAccessor<DialogState> _state = conversation.CreateProperty<DialogState>(nameof(DialogState));
    private readonly Dialog[] _own = [.. own];
    private readonly ConditionalWeakTable<CompiledPlaybook, DialogSet> _sets = [];

    /// <summary>A stack that holds a dialog which this version doesn't have is given up, with a note.</summary>
    public async Task<DialogContext> ContextAsync(ITurnContext turn, TurnTalk talk, CancellationToken cancellationToken)
    {
        var context = await _sets.GetValue(talk.Playbook, Create).CreateContextAsync(turn, cancellationToken).ConfigureAwait(false);
        if (context.Stack.Find(instance => context.FindDialog(instance.Id) is null) is not { } gone) return context;
        talk.Notes.Add($"The dialog '{gone.Id}', in which the conversation was, is no longer in the playbook: the conversation starts anew.");
        context.Stack.Clear();
        return context;
    }

    private DialogSet Create(CompiledPlaybook playbook)
    {
        var set = new DialogSet(_state);
        foreach (var prompt in AskPrompts.Create(playbook)) set.Add(prompt);
        foreach (var program in playbook.Dialogs.Values) set.Add(new FileDialog(program, playbook.Source.Version, actions));
        foreach (var dialog in _own.Where(d => set.Find(d.Id) is null)) set.Add(dialog);
        return set;
    }
}
