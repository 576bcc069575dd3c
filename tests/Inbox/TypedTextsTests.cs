using MeliBot.Delivery.Records;
using MeliBot.Inbox.Writing;
using Moq;

namespace MeliBot.Inbox.Tests;

public sealed class TypedTextsTests
{
    private readonly List<(string? Text, TaskCompletionSource<bool> Written)> _asked = [];
    private readonly TypedTexts _typed;

    public TypedTextsTests()
    {
        var records = new Mock<IRecordStore>(MockBehavior.Strict);
        records.Setup(store => store.WriteAsync("typed", "7:question:1/ana", It.IsAny<string?>(), null, It.IsAny<CancellationToken>())).Returns((string _, string _, string? text, long? _, CancellationToken _) =>
        {
            _asked.Add((text, new TaskCompletionSource<bool>()));
            return _asked[^1].Written.Task;
        });
        _typed = new TypedTexts(records.Object);
    }

    [Fact]
    public async Task What_is_typed_while_a_text_is_being_kept_is_kept_after_it_the_newest_alone()
    {
        var all = new[] { "S", "Sí", "Sí, hay" }.Select(text => _typed.KeepAsync("ana", "7:question:1", text)).ToArray();
        _asked.ShouldHaveSingleItem().Text.ShouldBe("S");

        _asked[0].Written.SetResult(true);
        await Task.WhenAll(all[..2]);
        await Written(2);
        _asked[1].Text.ShouldBe("Sí, hay");
        _asked[1].Written.SetResult(true);
        await Task.WhenAll(all);
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_text_that_could_not_be_kept_keeps_back_none_that_comes_after()
    {
        var (first, second) = (_typed.KeepAsync("ana", "7:question:1", "S"), _typed.KeepAsync("ana", "7:question:1", "Sí"));
        _asked[0].Written.SetException(new IOException("The store is away."));
        await Should.ThrowAsync<IOException>(first);
        await Written(2);
        _asked[1].Written.SetResult(true);
        await second;

        var third = _typed.ForgetAsync("ana", "7:question:1");
        _asked[2].Text.ShouldBeNull();
        _asked[2].Written.SetResult(true);
        await third;
    }

    private async Task Written(int count)
    {
        while (_asked.Count < count)
            await Task.Yield();
    }
}
