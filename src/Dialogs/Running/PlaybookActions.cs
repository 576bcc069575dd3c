using System.Collections.Frozen;
using Microsoft.Bot.Builder;

namespace MeliBot.Dialogs.Running;

/// <summary>Something that a host offers to dialogs under a name: the step <c>act</c>. It runs within a turn that may run again, so its effects must bear that.</summary>
public interface IPlaybookAction
{
    string Name { get; }

    /// <param name="with">What the step gives, by name.</param>
    Task RunAsync(ITurnContext turnContext, IReadOnlyDictionary<string, string> with, CancellationToken cancellationToken);
}

internal sealed class PlaybookActions(IEnumerable<IPlaybookAction> actions)
{
    private readonly FrozenDictionary<string, IPlaybookAction> _byName = actions.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>False when the host offers none of that name.</summary>
    public async Task<bool> RunAsync(string name, ITurnContext turn, IReadOnlyDictionary<string, string> with, CancellationToken cancellationToken)
    {
        if (!_byName.TryGetValue(name, out var action)) return false;
        await action.RunAsync(turn, with, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
