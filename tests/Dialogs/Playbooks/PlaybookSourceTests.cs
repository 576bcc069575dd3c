using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeliBot.Dialogs.Tests.Playbooks;

public sealed class PlaybookSourceTests : IDisposable
{
    private readonly EditedFolder _folder = new();
    private readonly List<string> _learnt = [];
    private readonly PlaybookSource _source;
    private TaskCompletionSource? _slow;

    public PlaybookSourceTests()
    {
        _folder["playbook.yaml"] = "playbook: shop\nvoices: [MLA]\n";
        _folder["intents/a.yaml"] = Intent("a", "¿graban nombres?", "graban un nombre en la tapa");
        _folder["intents/b.yaml"] = Intent("b", "¿envuelven para regalo?", "viene con papel de regalo");
        _folder["texts.yaml"] = "hours: a las 9\n";
        _source = new PlaybookSource(_folder, new PlaybookAbilities(), Learn, TimeProvider.System, NullLogger<PlaybookSource>.Instance);
    }

    [Fact]
    public void An_edited_text_answers_at_once_with_the_same_model()
    {
        var before = _source.Current;
        _folder["texts.yaml"] = "hours: a las 10\n";

        _source.Reload().IsBroken.ShouldBeFalse();

        _source.Current.Playbook.Texts["hours"].Variations[""][0].Text.ShouldBe("a las 10");
        _source.Current.Model.ShouldBeSameAs(before.Model);
        _learnt.Count.ShouldBe(1);
    }

    [Fact]
    public void A_broken_edit_is_told_and_the_last_good_version_goes_on_answering()
    {
        var before = _source.Current;
        _folder["texts.yaml"] = "hours: \"a las 10\n";

        var status = _source.Reload();

        status.IsBroken.ShouldBeTrue();
        status.Diagnostics.ShouldContain(d => d.Code == "PB003" && d.Source.File == "texts.yaml");
        status.LiveVersion.ShouldBe(before.Playbook.Version);
        _source.Current.ShouldBe(before);
        _source.Status.ShouldBe(status);

        _folder["texts.yaml"] = "hours: a las 11\n";
        _source.Reload().IsBroken.ShouldBeFalse();
        _source.Current.Playbook.Version.ShouldNotBe(before.Playbook.Version);
    }

    [Fact]
    public async Task New_examples_are_learnt_while_the_model_before_answers_with_the_new_texts()
    {
        var before = _source.Current;
        _slow = new TaskCompletionSource();
        _folder["intents/c.yaml"] = Intent("c", "¿hacen factura A?", "necesito factura");
        _folder["texts.yaml"] = "hours: a las 10\n";

        _source.Reload().IsLearning.ShouldBeTrue();
        _source.Current.Model.ShouldBeSameAs(before.Model);
        _source.Current.Playbook.Texts["hours"].Variations[""][0].Text.ShouldBe("a las 10");

        _slow.SetResult();
        await _source.Learnt;
        _source.Current.Model.Intents.ShouldBe(["a", "b", "c"]);
        _source.Status!.IsLearning.ShouldBeFalse();
        _source.Status.LiveVersion.ShouldBe(_source.Current.Playbook.Version);
    }

    [Fact]
    public async Task A_model_that_could_find_an_intent_that_is_gone_answers_only_with_its_own_playbook()
    {
        var before = _source.Current;
        _slow = new TaskCompletionSource();
        _folder["intents/b.yaml"] = null;
        _folder["intents/c.yaml"] = Intent("c", "¿hacen factura A?", "necesito factura");

        _source.Reload();
        _source.Current.ShouldBe(before);

        _slow.SetResult();
        await _source.Learnt;
        _source.Current.Model.Intents.ShouldBe(["a", "c"]);
        _source.Current.Playbook.Intents.Select(i => i.Name).ShouldBe(["a", "c"]);
    }

    [Fact]
    public async Task The_last_of_two_quick_edits_wins()
    {
        _ = _source.Current;
        _slow = new TaskCompletionSource();
        _folder["intents/c.yaml"] = Intent("c", "¿hacen factura A?", "necesito factura");
        _source.Reload();
        var first = _source.Learnt;
        _folder["intents/c.yaml"] = Intent("c", "¿hacen factura A?", "necesito factura", "me das factura?");
        _source.Reload();

        _slow.SetResult();
        await first;
        await _source.Learnt;
        _source.Current.Model.ContentHash.ShouldBe(_source.Current.Playbook.Training.ContentHash);
        _source.Current.Playbook.Training.Examples.ShouldContain(e => e.Text == "me das factura?");
    }

    [Fact]
    public void What_is_taught_for_messages_is_learnt_when_the_first_comes()
    {
        _folder["intents/o.yaml"] = Intent("o", "ya salió?", "lo mandaron?").Replace("examples:", "place: orders\nexamples:", StringComparison.Ordinal);

        var live = _source.Current;
        _learnt.ShouldBe([live.Playbook.Training.ContentHash]);

        live.AfterSale!.Intents.ShouldBe(["o"]);
        _ = live.AfterSale;
        live.Model.Intents.ShouldBe(["a", "b"]);
        _learnt.ShouldBe([live.Playbook.Training.ContentHash, live.Playbook.AfterSale!.ContentHash]);
    }

    [Fact]
    public async Task What_is_taught_for_claims_is_a_model_of_its_own()
    {
        var before = _source.Current;
        before.InClaims.ShouldBeNull();
        _folder["intents/c.yaml"] = Intent("broken", "llegó roto", "no anda").Replace("examples:", "place: claims\nexamples:", StringComparison.Ordinal);

        _source.Reload().IsLearning.ShouldBeTrue();
        await _source.Learnt;

        _source.Current.InClaims!.Intents.ShouldBe(["broken"]);
        _source.Current.Model.ShouldBeSameAs(before.Model);
        _source.Current.AfterSale.ShouldBeNull();
    }

    [Fact]
    public void A_playbook_without_intents_for_messages_learns_nothing_for_them() => _source.Current.AfterSale.ShouldBeNull();

    [Fact]
    public async Task New_examples_of_messages_leave_the_model_of_questions_as_it_is()
    {
        var before = _source.Current;
        _folder["intents/o.yaml"] = Intent("o", "ya salió?", "lo mandaron?").Replace("examples:", "place: orders\nexamples:", StringComparison.Ordinal);

        _source.Reload().IsLearning.ShouldBeTrue();
        await _source.Learnt;

        _source.Current.Model.ShouldBeSameAs(before.Model);
        _source.Current.AfterSale!.Intents.ShouldBe(["o"]);
        _learnt.Count.ShouldBe(2);
    }

    [Fact]
    public void Without_a_first_good_version_it_says_what_is_wrong()
    {
        _folder["texts.yaml"] = "hours: [\n";
        Should.Throw<PlaybookException>(() => _source.Current).Message.ShouldContain("texts.yaml:");
    }

    [Fact]
    public void Who_listens_hears_of_every_version_that_answers()
    {
        _ = _source.Current;
        var heard = new List<string>();
        using var listening = _source.OnChange(live => heard.Add(live.Playbook.Version));
        _source.Reload();
        heard.ShouldBeEmpty();
        _folder["texts.yaml"] = "hours: a las 10\n";
        _source.Reload();
        heard.ShouldBe([_source.Current.Playbook.Version]);
    }

    public void Dispose() => _source.Dispose();

    private IntentModel Learn(TrainingSet set, CancellationToken cancellationToken)
    {
        lock (_learnt) _learnt.Add(set.ContentHash);
        _slow?.Task.Wait(TestContext.Current.CancellationToken);
        return IntentModel.Train(set, CancellationToken.None);
    }

    private static string Intent(string name, params string[] examples) => $"intent: {name}\nexamples:\n  es-AR:\n{string.Concat(examples.Select(e => $"    - \"{e}\"\n"))}";

    private sealed class EditedFolder : IPlaybookFolder
    {
        private readonly SortedDictionary<string, string?> _files = new(StringComparer.Ordinal);

        public string Name => "edited";

        public string? this[string path]
        {
            set => _files[path] = value;
        }

        public IReadOnlyList<PlaybookFile> Read() => [.. _files.Where(f => f.Value is not null).Select(f => PlaybookFile.Of(f.Key, f.Value!))];
    }
}
