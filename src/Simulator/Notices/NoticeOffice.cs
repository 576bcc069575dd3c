using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;

namespace MeliBot.Simulator;

/// <summary>
/// Tells applications that something changed: 200 within half a second or again, eight times within an hour, then the missed
/// feeds; a topic whose callback fails too often is switched off, and what happens meanwhile is not kept.
/// </summary>
internal sealed class NoticeOffice(WorldCore core, Registry registry, TokenOffice tokens, Faults faults, Happenings happenings)
{
    private readonly List<Notice> _all = [];
    private readonly Channel<(Notice Notice, DateTimeOffset Due)> _outbox = Channel.CreateUnbounded<(Notice, DateTimeOffset)>();
    private readonly Dictionary<long, SemaphoreSlim> _lanes = [];
    private int _pending;

    public IReadOnlyList<Notice> All
    {
        get
        {
            lock (core.Gate) return [.. _all];
        }
    }

    public int Pending
    {
        get
        {
            lock (core.Gate) return _pending;
        }
    }

    /// <summary>Given up within the last two days, newest first.</summary>
    public IReadOnlyList<Notice> Missed(long applicationId, string? topic)
    {
        lock (core.Gate)
        {
            var from = core.Now - core.Options.Notices.MissedFeedLife;
            return
            [
                .. _all.Where(n => n.State == NoticeState.GivenUp && n.ApplicationId == applicationId && n.GivenUpAt > from && (topic is null || n.Topic == topic))
                    .OrderByDescending(n => n.GivenUpAt),
            ];
        }
    }

    public void Publish(string topic, string resource, long userId, IReadOnlyList<string>? actions = null)
    {
        foreach (var application in registry.Applications)
        {
            if (application.CallbackUrl is null || !application.Topics.Contains(topic) || !tokens.HasGrant(application.Id, userId)) continue;
            if (application.SwitchedOff.Contains(topic)) continue;
            Enter(application, topic, resource, userId, actions ?? []);
            if (faults.PickForNotice(FaultKind.NoticeInvisible, topic, application.Id, userId) is not null) Enter(application, topic, resource, userId, actions ?? []);
        }
    }

    /// <summary>The same notices once more, as the platform's duplicates come: same id, same body.</summary>
    public int Repeat(string resource, int copies)
    {
        lock (core.Gate)
        {
            var last = _all.Where(n => n.Resource == resource && n.State != NoticeState.Lost).GroupBy(n => n.ApplicationId).Select(g => g.Last()).ToList();
            foreach (var notice in last)
            {
                for (var i = 0; i < copies; i++) Post(Copy(notice), TimeSpan.Zero);
            }

            return last.Count * copies;
        }
    }

    public void Subscribe(WorldApplication application, Uri? callback, IEnumerable<string>? topics)
    {
        lock (core.Gate)
        {
            if (callback is not null) application.CallbackUrl = Registry.Callback(callback);
            foreach (var topic in topics ?? []) application.Topics.Add(topic);
            application.SwitchedOff.Clear();
            application.FailedInARow = 0;
        }
    }

    public async Task RunAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var running = new HashSet<Task>();
        var sweepAt = 256;
        try
        {
            await foreach (var (notice, due) in _outbox.Reader.ReadAllAsync(cancellationToken))
            {
                if (running.Count >= sweepAt)
                {
                    running.RemoveWhere(t => t.IsCompleted);
                    sweepAt = Math.Max(256, running.Count * 2);
                }

                running.Add(DeliverAsync(http, notice, due, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Enter(WorldApplication application, string topic, string resource, long userId, IReadOnlyList<string> actions)
    {
        lock (core.Gate)
        {
            var form = application.NoticeForm == NoticeForm.Mixed ? (NoticeForm)core.Next((int)NoticeForm.Mixed) : application.NoticeForm;
            var notice = new Notice
            {
                Id = core.Uuid().ToString(),
                ApplicationId = application.Id,
                Topic = topic,
                Resource = resource,
                UserId = userId,
                Received = core.Now,
                Form = form,
                Actions = actions,
            };
            if (faults.PickForNotice(FaultKind.NoticeLoss, topic, application.Id, userId) is not null)
            {
                notice.State = NoticeState.Lost;
                _all.Add(notice);
                return;
            }

            var delay = core.Options.Notices.FirstAfter;
            if (faults.PickForNotice(FaultKind.NoticeDelay, topic, application.Id, userId) is { } late) delay += late.Lag;
            if (faults.PickForNotice(FaultKind.NoticeShuffle, topic, application.Id, userId) is { } shuffle) delay += shuffle.Lag * core.NextDouble();
            Post(notice, delay);
            if (faults.PickForNotice(FaultKind.NoticeDuplicate, topic, application.Id, userId) is { } duplicate)
            {
                for (var i = 0; i < duplicate.Copies; i++) Post(Copy(notice), delay);
            }
        }
    }

    private void Post(Notice notice, TimeSpan delay)
    {
        _all.Add(notice);
        _pending++;
        _outbox.Writer.TryWrite((notice, core.Now + delay));
    }

    private static Notice Copy(Notice n) => new()
    {
        Id = n.Id,
        ApplicationId = n.ApplicationId,
        Topic = n.Topic,
        Resource = n.Resource,
        UserId = n.UserId,
        Received = n.Received,
        Form = n.Form,
        Actions = n.Actions,
    };

    private async Task DeliverAsync(HttpClient http, Notice notice, DateTimeOffset due, CancellationToken cancellationToken)
    {
        // The pump must not wait for the first attempt.
        await Task.Yield();
        var application = registry.FindApplication(notice.ApplicationId)!;
        var gaps = core.Options.Notices.RetryGaps;
        if (due - core.Now is { Ticks: > 0 } delay) await Task.Delay(delay, core.Clock, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            if (application.SwitchedOff.Contains(notice.Topic))
            {
                End(notice, NoticeState.Lost);
                return;
            }

            var acknowledged = await AttemptAsync(http, application, notice, attempt, cancellationToken);
            Count(application, notice.Topic, acknowledged);
            if (acknowledged)
            {
                End(notice, NoticeState.Acknowledged);
                return;
            }

            if (attempt > gaps.Count)
            {
                End(notice, application.SwitchedOff.Contains(notice.Topic) ? NoticeState.Lost : NoticeState.GivenUp);
                return;
            }

            var gap = Task.Delay(gaps[attempt - 1], core.Clock, cancellationToken);
            notice.NextAttempt = core.Now + gaps[attempt - 1];
            core.Changed();
            await gap;
            notice.NextAttempt = null;
        }
    }

    private async Task<bool> AttemptAsync(HttpClient http, WorldApplication application, Notice notice, int attempt, CancellationToken cancellationToken)
    {
        var lane = Lane(application.Id);
        await lane.WaitAsync(cancellationToken);
        try
        {
            var sent = core.Now;
            var body = NoticeBody.Write(notice, attempt, sent).ToJsonString(Reply.Json);
            notice.Attempts = attempt;
            notice.Sent = sent;
            notice.LastBody = body;
            notice.LastStatus = null;
            var wall = core.Clock.Wall;
            var started = wall.GetTimestamp();
            using var deadline = new CancellationTokenSource(core.Options.Notices.AckWithin, wall);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                using var content = new StringContent(body, Encoding.UTF8);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await http.PostAsync(application.CallbackUrl, content, both.Token);
                notice.LastStatus = (int)response.StatusCode;
                notice.LastReply = await response.Content.ReadAsStringAsync(both.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                notice.LastStatus = null;
                notice.LastReply = "No 200 in time.";
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // However a host dies in the middle of its answer, the notice comes again.
                notice.LastStatus = null;
                notice.LastReply = e.Message;
            }

            notice.LastMilliseconds = wall.GetElapsedTime(started).TotalMilliseconds;
            return notice.LastStatus == 200;
        }
        finally
        {
            lane.Release();
        }
    }

    private void Count(WorldApplication application, string topic, bool acknowledged)
    {
        lock (core.Gate)
        {
            application.FailedInARow = acknowledged ? 0 : application.FailedInARow + 1;
            var limit = core.Options.Notices.SwitchOffAfter;
            if (limit == 0 || application.FailedInARow < limit || !application.SwitchedOff.Add(topic)) return;
            happenings.Add("topic-off", $"Topic {topic} of application {application.Id} was switched off after {limit} failed attempts in a row.");
        }
    }

    private void End(Notice notice, NoticeState state)
    {
        lock (core.Gate)
        {
            notice.State = state;
            notice.GivenUpAt = state == NoticeState.GivenUp ? core.Now : null;
            _pending--;
        }

        core.Changed();
    }

    private SemaphoreSlim Lane(long applicationId)
    {
        lock (core.Gate)
        {
            if (!_lanes.TryGetValue(applicationId, out var lane)) _lanes[applicationId] = lane = new(core.Options.Notices.Parallel);
            return lane;
        }
    }
}
