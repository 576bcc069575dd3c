using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class NoticeTests
{
    [Fact]
    public async Task A_question_and_its_answer_are_told_with_the_same_resource()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail);
        var question = play.Ask();
        await play.AnswerAsync(question.Id, "Sí.");

        var received = await mail.WaitAsync(2);
        await play.World.WaitIdleAsync(Playground.Cancel);

        received.Select(n => n.Text("resource")).ShouldAllBe(r => r == $"/questions/{question.Id}");
        received[0]["user_id"]!.GetValue<long>().ShouldBe(play.Seller.Id);
        received[0]["application_id"]!.GetValue<long>().ShouldBe(play.App.Id);
        received[0]["attempts"]!.GetValue<int>().ShouldBe(1);
        received.Select(n => n.Text("_id")).Distinct().Count().ShouldBe(2);
        play.World.AllNotices.ShouldAllBe(n => n.State == NoticeState.Acknowledged);
    }

    [Fact]
    public async Task An_unacknowledged_notice_comes_eight_times_within_an_hour_and_then_to_the_missed_feeds()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail);
        mail.Answer = _ => Task.FromResult(503);
        var asked = play.World.Clock.GetUtcNow();
        var question = play.Ask();

        for (var attempt = 1; attempt <= 8; attempt++)
        {
            await AttemptedAsync(play, attempt);
            if (attempt < 8) play.World.Clock.Advance(play.World.Options.Notices.RetryGaps[attempt - 1]);
        }

        await play.World.WaitIdleAsync(Playground.Cancel);
        (play.World.Clock.GetUtcNow() - asked).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(1));
        mail.Received.Select(n => n["attempts"]!.GetValue<int>()).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        mail.Received.Select(n => n.Text("_id")).Distinct().Count().ShouldBe(1);
        mail.Received.Select(n => n.Text("received")).Distinct().Count().ShouldBe(1);

        var (_, missed) = await FreshAsync(play, $"/missed_feeds?app_id={play.App.Id}&topic=questions");
        var entry = missed!["messages"]!.AsArray().ShouldHaveSingleItem()!;
        entry.Text("resource").ShouldBe($"/questions/{question.Id}");
        entry["response"]!["http_code"]!.GetValue<int>().ShouldBe(503);
        JsonNode.Parse(entry["request"].Text("data")!)!["user_id"]!.GetValueKind().ShouldBe(JsonValueKind.String);

        play.World.Clock.Advance(TimeSpan.FromDays(2));
        (await FreshAsync(play, $"/missed_feeds?app_id={play.App.Id}")).Body!["messages"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_200_that_comes_too_late_does_not_count()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail);
        var release = new TaskCompletionSource();
        mail.Answer = async _ =>
        {
            await release.Task;
            return 200;
        };
        play.Ask();
        await mail.WaitAsync(1);

        play.Time!.Advance(TimeSpan.FromMilliseconds(500));
        await play.World.WaitUntilAsync(w => w.AllNotices[0] is { Attempts: 1, NextAttempt: not null }, Playground.Cancel);
        (play.World.AllNotices[0].State, play.World.AllNotices[0].LastStatus).ShouldBe((NoticeState.Pending, null));

        release.SetResult();
        play.World.Clock.Advance(TimeSpan.FromSeconds(30));
        await play.World.WaitIdleAsync(Playground.Cancel);
        mail.Received.Count.ShouldBe(2);
        play.World.AllNotices[0].State.ShouldBe(NoticeState.Acknowledged);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=no-such-charset\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData("no HTTP at all\r\n\r\n")]
    public async Task A_host_that_dies_in_the_middle_of_its_answer_is_told_again(string written)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var play = await Playground.StartFrozenAsync();
        play.World.Subscribe(play.App.Id, new Uri($"http://{listener.LocalEndpoint}/notifications"), "questions");

        play.Ask();
        using (var dying = await listener.AcceptTcpClientAsync(Playground.Cancel))
        {
            _ = await dying.GetStream().ReadAtLeastAsync(new byte[64], 64, cancellationToken: Playground.Cancel);
            await dying.GetStream().WriteAsync(Encoding.ASCII.GetBytes(written), Playground.Cancel);
            dying.LingerState = new LingerOption(true, 0);
        }

        await play.World.WaitUntilAsync(world => world.AllNotices.Any(notice => notice.NextAttempt is not null), Playground.Cancel);
    }

    [Fact]
    public async Task A_topic_that_keeps_failing_is_switched_off_and_nothing_is_kept_until_it_is_subscribed_again()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail, o => o.Notices.SwitchOffAfter = 3);
        mail.Answer = _ => Task.FromResult(500);
        for (var i = 0; i < 3; i++) play.Ask();
        await play.World.WaitUntilAsync(_ => play.App.SwitchedOff.Contains("questions"), Playground.Cancel);

        play.Ask("nobody is told of this one");
        play.World.Clock.Advance(TimeSpan.FromHours(2));
        await play.World.WaitIdleAsync(Playground.Cancel);
        mail.Received.Count.ShouldBe(3);
        play.World.AllNotices.ShouldAllBe(n => n.State == NoticeState.Lost);
        (await play.GetAsync($"/missed_feeds?app_id={play.App.Id}")).Body!["messages"]!.AsArray().ShouldBeEmpty();

        mail.Answer = _ => Task.FromResult(200);
        play.World.Subscribe(play.App.Id);
        play.Ask();
        await mail.WaitAsync(4);
    }

    [Fact]
    public async Task Duplicates_losses_and_invisible_changes_happen_when_they_are_wished()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail);

        play.World.AddFault(new() { Kind = FaultKind.NoticeDuplicate, Count = 1, Copies = 2 });
        var twice = play.Ask();
        await mail.WaitAsync(3);
        play.World.AddFault(new() { Kind = FaultKind.NoticeLoss, Count = 1 });
        play.Ask();
        play.World.AddFault(new() { Kind = FaultKind.NoticeInvisible, Count = 1 });
        var invisible = play.Ask();
        await play.World.WaitIdleAsync(Playground.Cancel);

        mail.Received.Count.ShouldBe(5);
        mail.Received.Where(n => n.Text("resource") == $"/questions/{twice.Id}").Select(n => n.Text("_id")).Distinct().Count().ShouldBe(1);
        mail.Received.Where(n => n.Text("resource") == $"/questions/{invisible.Id}").Select(n => n.Text("_id")).Distinct().Count().ShouldBe(2);
        play.World.RepeatNotice(twice.Id, 2).ShouldBe(2);
        await mail.WaitAsync(7);
    }

    [Fact]
    public async Task Shuffled_notices_come_in_another_order()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await Playground.StartAsync(o => o.Notices.AckWithin = TimeSpan.FromSeconds(20));
        play.World.Subscribe(play.App.Id, mail.Url);
        play.World.AddFault(new() { Kind = FaultKind.NoticeShuffle, Lag = TimeSpan.FromMilliseconds(400) });
        var asked = Enumerable.Range(0, 8).Select(_ => $"/questions/{play.Ask().Id}").ToList();

        await play.World.WaitIdleAsync(Playground.Cancel);
        var got = mail.Received.Select(n => n.Text("resource")!).ToList();
        got.ShouldBe(asked, ignoreOrder: true);
        got.ShouldNotBe(asked);
    }

    [Theory]
    [InlineData(NoticeForm.PlainId, "id", JsonValueKind.Number, "received")]
    [InlineData(NoticeForm.Odd, "_id", JsonValueKind.String, "recieved")]
    [InlineData(NoticeForm.Old, null, JsonValueKind.String, "received")]
    public async Task The_body_has_the_forms_that_were_seen(NoticeForm form, string? id, JsonValueKind user, string received)
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail);
        play.App.NoticeForm = form;
        play.Ask();

        var notice = (await mail.WaitAsync(1))[0];

        new[] { "_id", "id" }.Where(notice.ContainsKey).ShouldBe(id is null ? [] : [id]);
        notice["user_id"]!.GetValueKind().ShouldBe(user);
        notice.ContainsKey(received).ShouldBeTrue();
    }

    [Fact]
    public async Task A_callback_that_is_no_address_is_refused_at_once()
    {
        await using var play = await Playground.StartFrozenAsync();

        Should.Throw<InvalidOperationException>(() => play.World.Subscribe(play.App.Id, new("/notifications", UriKind.Relative))).Message.ShouldContain("absolute http address");
    }

    [Fact]
    public async Task Nobody_is_told_without_a_grant_or_after_its_end()
    {
        await using var mail = await Mailbox.StartAsync();
        await using var play = await SubscribedAsync(mail);
        play.World.Revoke(play.App.Id, play.Seller.Id);

        play.Ask();

        play.World.AllNotices.ShouldBeEmpty();
    }

    private static async Task<Playground> SubscribedAsync(Mailbox mail, Action<SimulatorOptions>? configure = null)
    {
        var play = await Playground.StartFrozenAsync(configure);
        play.World.Subscribe(play.App.Id, mail.Url);
        return play;
    }

    /// <summary>The attempt is over and its gap has begun.</summary>
    private static Task AttemptedAsync(Playground play, int attempt) =>
        play.World.WaitUntilAsync(w => w.AllNotices[0] is { } n && n.Attempts == attempt && (n.NextAttempt is not null || n.State == NoticeState.GivenUp), Playground.Cancel);

    private static Task<(int Status, JsonNode? Body)> FreshAsync(Playground play, string path) =>
        play.GetAsync(path, play.World.Grant(play.App.Id, play.Seller.Id).AccessToken);
}
