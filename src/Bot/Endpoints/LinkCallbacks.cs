using System.Collections.Concurrent;
using MeliBot.Adapter.Accounts;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Endpoints;

/// <summary>Tells the terminal, which waits, what came of the link that a browser completed.</summary>
internal sealed class LinkCallbacks(TimeProvider time)
{
    private const int MostRemembered = 1_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<LinkResult>> _links = new(StringComparer.Ordinal);

    public void Completed(string state, LinkResult result)
    {
        if (_links.TryGetValue(state, out var waiting)) waiting.TrySetResult(result);
    }

    /// <summary>Null when nothing came within some seconds; ask again.</summary>
    public async Task<LinkResult?> AwaitAsync(string state, CancellationToken cancellationToken)
    {
        if (_links.Count >= MostRemembered) _links.Clear();
        var waiting = _links.GetOrAdd(state, _ => new TaskCompletionSource<LinkResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            return await waiting.Task.WaitAsync(LongestWait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public static LinkResult View(LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.Linked linked => new LinkResult(View(linked.Account), linked.Missing, null, null),
        LinkOutcome.Refused refused => new LinkResult(null, [], refused.Reason, refused.WhatToDo),
        _ => throw new InvalidOperationException($"A link can't end as {outcome.GetType().Name}."),
    };

    public static AccountView View(Account account) =>
        new(account.UserId, account.Nickname, account.SiteId, account.State.ToString().ToLowerInvariant(), account.Reason, account.LinkedAt);
}
