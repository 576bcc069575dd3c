using System.Globalization;
using MeliBot.Inbox.Live;

namespace MeliBot.Inbox.Tests;

public sealed class LiveTests
{
    private readonly InboxFeed _feed = new();
    private readonly LiveConnection _connection = new();

    [Fact]
    public void Whoever_asks_with_a_cursor_gets_what_changed_since()
    {
        Tell("a");
        var cursor = _feed.Cursor;
        Tell("b");
        Tell("c", "b");

        var (changed, now) = _feed.Since(cursor);

        changed.ShouldNotBeNull().Order().ShouldBe(["b", "c"]);
        _feed.Since(now).Conversations.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public void News_is_heard_in_the_language_of_the_page_whoever_tells_it()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var heard = new List<string>();
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
            using var listening = _feed.Listen(_ => Hear(heard));
            using var present = new Presence().Enter("c", "p", "Ana", _ => Hear(heard));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt");

            Tell("a");

            heard.ShouldBe(["es", "es"]);
            CultureInfo.CurrentUICulture.Name.ShouldBe("pt");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        static Task Hear(List<string> heard)
        {
            heard.Add(CultureInfo.CurrentUICulture.Name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Whoever_is_too_far_behind_is_told_to_read_everything()
    {
        Tell("a");
        for (var i = 0; i < 10_000; i++) Tell($"c{i}");

        _feed.Since(0).Conversations.ShouldBeNull();
        _feed.Since(_feed.Cursor - 100).Conversations.ShouldNotBeNull().Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_page_whose_connection_was_cut_catches_up_when_it_is_back()
    {
        var page = new Page();
        using var following = new Follower(_feed, _connection, page.RefreshAsync);
        Tell("a");
        (await page.NextAsync()).ShouldBe(["a"]);

        await _connection.OnConnectionDownAsync(null!, default);
        Tell("b");
        Tell("c");
        page.IsIdle.ShouldBeTrue();
        await _connection.OnConnectionUpAsync(null!, default);

        (await page.NextAsync()).Order().ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task A_refresh_that_fails_is_made_up_for_by_the_next()
    {
        var page = new Page { Fails = 1 };
        using var following = new Follower(_feed, _connection, page.RefreshAsync);
        Tell("a");
        await page.FailedAsync();
        await _connection.OnConnectionUpAsync(null!, default);

        (await page.NextAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task What_changes_during_a_refresh_that_fails_is_one_more_refresh()
    {
        var page = new Page { Fails = 1, Holds = true };
        using var following = new Follower(_feed, _connection, page.RefreshAsync);
        Tell("a");
        await page.FailedAsync();
        Tell("b");
        page.Release();

        (await page.NextAsync()).Order().ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task What_changes_during_a_refresh_is_one_more_refresh()
    {
        var page = new Page { Holds = true };
        using var following = new Follower(_feed, _connection, page.RefreshAsync);
        Tell("a");
        (await page.NextAsync()).ShouldBe(["a"]);
        for (var i = 0; i < 50; i++) Tell($"b{i}");
        page.Release();

        (await page.NextAsync()).Count.ShouldBe(50);
    }

    [Fact]
    public async Task What_is_told_from_elsewhere_is_drawn_in_the_pages_own_language()
    {
        var (drawn, seen, heard) = (NewLanguage(), NewLanguage(), NewLanguage());
        var before = CultureInfo.CurrentUICulture;
        Speak("pt");
        using var following = new Follower(_feed, _connection, _ => Say(drawn));
        using var listening = _feed.Listen(_ => Say(heard));
        var presence = new Presence();
        using var here = presence.Enter("a", "ana", "Ana", others => others.Count == 0 ? Task.CompletedTask : Say(seen));
        Speak("en");

        Tell("a");
        using var other = presence.Enter("a", "bruno", "Bruno", _ => Task.CompletedTask);

        foreach (var language in (TaskCompletionSource<string>[])[drawn, seen, heard]) (await language.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBe("pt");
        CultureInfo.CurrentUICulture.Name.ShouldBe("en");
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;

        static TaskCompletionSource<string> NewLanguage() => new(TaskCreationOptions.RunContinuationsAsynchronously);
        static void Speak(string language) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        static Task Say(TaskCompletionSource<string> language)
        {
            language.TrySetResult(CultureInfo.CurrentUICulture.Name);
            return Task.CompletedTask;
        }
    }

    private void Tell(params string[] conversations) => _feed.Tell(conversations.ToHashSet(StringComparer.Ordinal));

    private sealed class Page
    {
        private readonly System.Threading.Channels.Channel<IReadOnlyList<string>> _seen = System.Threading.Channels.Channel.CreateUnbounded<IReadOnlyList<string>>();
        private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Fails { get; set; }

        public bool Holds { get; set; }

        public bool IsIdle => _seen.Reader.Count == 0;

        public async Task RefreshAsync(IReadOnlySet<string>? changed)
        {
            if (Fails-- > 0)
            {
                _failed.SetResult();
                if (Holds) await _released.Task;
                throw new InvalidOperationException("away");
            }

            _seen.Writer.TryWrite([.. changed!]);
            if (Holds) await _released.Task;
            Holds = false;
        }

        public async Task<IReadOnlyList<string>> NextAsync() => await _seen.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        public Task FailedAsync() => _failed.Task;

        public void Release() => _released.SetResult();
    }
}
