using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeliBot.Simulator;

/// <summary>Faults, journal, clock, the live feed and the whole state.</summary>
internal static class WatchingControl
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public static void MapWatching(this IEndpointRouteBuilder control, World world)
    {
        control.MapGet("/faults", () => ControlEndpoints.Json(world.Faults.InForce.Select(f => new { id = f.Id, fault = f.Fault, applied = f.Applied })));
        control.Post("/faults", async http => ControlEndpoints.Json(new { id = world.AddFault(await http.BodyAsync<Fault>()) }, 201));
        control.MapDelete("/faults", () =>
        {
            world.Faults.Clear();
            return Results.NoContent();
        });
        control.MapDelete("/faults/{id:long}", (long id) =>
            world.Faults.Remove(id) ? Results.NoContent() : ControlEndpoints.Problem(404, "not_found", $"There is no fault {id}."));

        control.MapGet("/journal", () => ControlEndpoints.Json(new { calls = world.Journal.Calls, effects = world.Journal.Effects, violations = world.Journal.Violations }));
        control.MapGet("/journal/calls", () => ControlEndpoints.Json(world.Journal.Calls));
        control.MapGet("/journal/violations", () => ControlEndpoints.Json(world.Journal.Violations));
        control.MapGet("/journal/effects", (string? kind, string? key, bool? accepted) => ControlEndpoints.Json(world.Journal.Effects
            .Where(e => (kind is null || e.Kind == kind) && (key is null || e.Key == key) && (accepted is null || e.Accepted == accepted))));
        control.MapGet("/journal/answers/{question:long}", (long question) => ControlEndpoints.Json(new
        {
            question,
            acceptedFromApplications = world.Journal.AnswersAccepted(question),
            accepted = world.Journal.Accepted(EffectKinds.Answer, question.ToString(CultureInfo.InvariantCulture)).Count,
            refused = world.Journal.Refused(EffectKinds.Answer, question.ToString(CultureInfo.InvariantCulture)).Count,
        }));
        control.MapGet("/journal/accepted/{kind}", (string kind) => ControlEndpoints.Json(world.Journal.AcceptedPerKey(kind)));
        control.MapDelete("/journal", () =>
        {
            world.Journal.Clear();
            return Results.NoContent();
        });

        control.MapGet("/notices", () => ControlEndpoints.Json(world.AllNotices));
        control.MapGet("/clock", () => ControlEndpoints.Json(new { now = world.Clock.GetUtcNow() }));
        control.Post("/clock/advance", async http =>
        {
            world.Clock.Advance((await http.BodyAsync<AdvanceRequest>()).By);
            return ControlEndpoints.Json(new { now = world.Clock.GetUtcNow() });
        });
        control.Post("/wait-idle", async http =>
        {
            var timeout = (await http.BodyAsync<WaitRequest>()).Timeout ?? TimeSpan.FromSeconds(30);
            var idle = await WithinAsync(world, timeout, world.WaitIdleAsync, http.RequestAborted);
            return ControlEndpoints.Json(new { idle, pendingNotices = world.Notices.Pending, lateEffects = world.Core.LateEffects });
        });

        control.MapGet("/happenings", async (HttpContext http, long? after, string? wait) =>
        {
            var seq = after ?? 0;
            if (Durations.TryParse(wait, out var timeout))
            {
                await WithinAsync(world, timeout, token => world.Happenings.NextAsync(seq, token), http.RequestAborted);
            }

            return ControlEndpoints.Json(world.Happenings.After(seq));
        });
        control.MapGet("/happenings/stream", (HttpContext http, long? after) => Stream(world, after ?? LastSeen(http), http.RequestAborted));
        control.MapGet("/state", () => ControlEndpoints.Json(new
        {
            now = world.Clock.GetUtcNow(),
            idle = world.IsIdle,
            pendingNotices = world.Notices.Pending,
            applications = world.Applications,
            users = world.Users,
            items = world.AllItems,
            questions = world.AllQuestions,
            orders = world.Sales.All,
            shipments = world.Sales.Shipments,
            threads = world.Messages.Threads.Select(thread => MessagesControl.Show(world, thread)),
            claims = world.Claims.All.Select(ClaimsControl.Show),
            faults = world.Faults.InForce.Select(f => new { id = f.Id, fault = f.Fault, applied = f.Applied }),
            happenings = world.Happenings.After(0).Count,
        }));
    }

    private static async Task<bool> WithinAsync(World world, TimeSpan timeout, Func<CancellationToken, Task> wait, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout < LongestWait ? timeout : LongestWait, world.Clock.Wall);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await wait(both.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static long LastSeen(HttpContext http) =>
        long.TryParse(http.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static ServerSentEventsResult<Happening> Stream(World world, long after, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(ReadAsync(world, after, cancellationToken));

    private static async IAsyncEnumerable<SseItem<Happening>> ReadAsync(World world, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            IReadOnlyList<Happening> news;
            try
            {
                news = await world.Happenings.NextAsync(after, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            foreach (var happening in news)
            {
                after = happening.Seq;
                yield return new(happening) { EventId = happening.Seq.ToString(CultureInfo.InvariantCulture) };
            }
        }
    }
}
