using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MeliBot.Dialogs.Tests.Playbooks;

/// <summary>Real files, as editors write them.</summary>
public sealed class WatchingTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PlaybookSource _source = null!;
    private PlaybookWatcher _watcher = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("playbook.yaml", "playbook: shop\nvoices: [MLA]\n");
        _folder.Write("intents/a.yaml", "intent: a\nexamples: [ \"¿graban nombres?\" ]\n");
        _folder.Write("intents/b.yaml", "intent: b\nexamples: [ \"¿envuelven para regalo?\" ]\n");
        _folder.Write("texts.yaml", "hours: a las 9\n");
        var directory = new DirectoryFolder(_folder.Path);
        _source = new PlaybookSource(directory, new PlaybookAbilities(), IntentModel.Train, TimeProvider.System, NullLogger<PlaybookSource>.Instance);
        _watcher = new PlaybookWatcher(_source, directory, Options.Create(new PlaybookOptions { LookEvery = TimeSpan.FromMilliseconds(100), Quiet = TimeSpan.FromMilliseconds(20) }), TimeProvider.System);
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _watcher.StopAsync(CancellationToken.None);
        _watcher.Dispose();
        _source.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_written_over_answers_without_anything_else_to_do()
    {
        var changed = NextChange();
        _folder.Write("texts.yaml", "hours: a las 10\n");
        (await changed).Playbook.Texts["hours"].Variations[""][0].Text.ShouldBe("a las 10");
    }

    [Fact]
    public async Task A_file_that_an_editor_puts_in_place_of_another_does_too()
    {
        var changed = NextChange();
        var other = _folder.Write(".texts.yaml.swp", "hours: a las 11\n");
        File.Move(other, Path.Combine(_folder.Path, "texts.yaml"), overwrite: true);
        (await changed).Playbook.Texts["hours"].Variations[""][0].Text.ShouldBe("a las 11");
    }

    [Fact]
    public async Task A_folder_that_is_made_new_is_seen()
    {
        var changed = NextChange();
        _folder.Write("replies/a.yaml", "reply: a\nintents: [a]\nfragments: [ { say: \"Sí.\" } ]\n");
        (await changed).Playbook.Replies.Keys.ShouldBe(["a"]);
    }

    private Task<LivePlaybook> NextChange()
    {
        var changed = new TaskCompletionSource<LivePlaybook>(TaskCreationOptions.RunContinuationsAsynchronously);
        TestContext.Current.CancellationToken.Register(() => changed.TrySetCanceled());
        _source.OnChange(live => changed.TrySetResult(live));
        return changed.Task;
    }
}
