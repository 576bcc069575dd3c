using MeliBot.Dialogs.Replies;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Running;

/// <summary>What a turn says: courtesies wait until there is something to be courteous about, and everything that a person must know becomes one hand-over.</summary>
/// <param name="receiver">In a claim: who gets it, as the fragments then say; null elsewhere.</param>
/// <param name="silence">Why nothing may be said at all; null where it may.</param>
internal sealed class Speech(ITurnContext turn, IReadOnlyList<string> intents, ICollection<string> notes, string? receiver = null, string? silence = null)
{
    private readonly List<Fragment> _waiting = [];
    private readonly List<string> _handOver = [];
    private bool _said;
    private string? _withheld;

    public bool HandsOver => _handOver.Count > 0;

    /// <summary>Why nothing may be said; null where it may.</summary>
    public string? Silence => silence;

    public async Task SayAsync(IReadOnlyList<Fragment> fragments, CancellationToken cancellationToken)
    {
        if (silence is not null)
        {
            foreach (var fragment in fragments.Where(f => f.Role is FragmentRole.Core or FragmentRole.Complement)) Withhold(fragment.Rule, silence);
            return;
        }

        _said |= fragments.Any(f => f.Role is FragmentRole.Core or FragmentRole.Complement);
        _waiting.AddRange(fragments);
        if (!_said || _waiting.Count == 0) return;
        IActivity[] activities = [.. _waiting.Select(f => FragmentActivity.Of(f, receiver))];
        _waiting.Clear();
        await turn.SendActivitiesAsync(activities, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A prompt is about to be sent by itself: what waited goes before it.</summary>
    public Task BeforePromptAsync(CancellationToken cancellationToken)
    {
        _said = true;
        return SayAsync([], cancellationToken);
    }

    /// <summary>Leaves something unsaid; where the turn then says nothing at all, a person gets it.</summary>
    public void Withhold(string rule, string why)
    {
        notes.Add($"{rule}: not said, because {why}.");
        _withheld ??= why;
    }

    public void HandOver(string reason)
    {
        if (!_handOver.Contains(reason)) _handOver.Add(reason);
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var fragment in _waiting) notes.Add($"{fragment.Rule}: nothing is said that it could go with.");
        _waiting.Clear();
        if (_withheld is not null && !_said) HandOver($"There is something to say that can't be said: {_withheld}.");
        if (_handOver.Count == 0) return;
        var activity = (Activity)EventFactory.CreateHandoffInitiation(turn, new JObject { ["reason"] = string.Join(" ", _handOver), ["intents"] = new JArray(intents) });
        activity.Entities ??= [];
        await turn.SendActivityAsync(activity, cancellationToken).ConfigureAwait(false);
    }
}
