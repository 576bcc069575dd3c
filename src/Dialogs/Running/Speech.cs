using MeliBot.Dialogs.Replies;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Running;

/// <summary>What a turn says: courtesies wait until there is something to be courteous about, and everything that a person must know becomes one hand-over.</summary>
internal sealed class Speech(ITurnContext turn, IReadOnlyList<string> intents, ICollection<string> notes)
{
    private readonly List<Fragment> _waiting = [];
    private readonly List<string> _handOver = [];
    private bool _said;

    public bool HandsOver => _handOver.Count > 0;

    public async Task SayAsync(IReadOnlyList<Fragment> fragments, CancellationToken cancellationToken)
    {
        _said |= fragments.Any(f => f.Role is FragmentRole.Core or FragmentRole.Complement);
        _waiting.AddRange(fragments);
        if (!_said || _waiting.Count == 0) return;
        IActivity[] activities = [.. _waiting.Select(FragmentActivity.Of)];
        _waiting.Clear();
        await turn.SendActivitiesAsync(activities, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A prompt is about to be sent by itself: what waited goes before it.</summary>
    public Task BeforePromptAsync(CancellationToken cancellationToken)
    {
        _said = true;
        return SayAsync([], cancellationToken);
    }

    public void HandOver(string reason)
    {
        if (!_handOver.Contains(reason)) _handOver.Add(reason);
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var fragment in _waiting) notes.Add($"{fragment.Rule}: nothing is said that it could go with.");
        _waiting.Clear();
        if (_handOver.Count == 0) return;
        var activity = (Activity)EventFactory.CreateHandoffInitiation(turn, new { reason = string.Join(" ", _handOver), intents = new JArray(intents) });
        activity.Entities ??= [];
        await turn.SendActivityAsync(activity, cancellationToken).ConfigureAwait(false);
    }
}
