using MeliBot.Adapter.Outbound.Sending;

namespace MeliBot.Adapter.Tests.Outbound.Sending;

public sealed class TextRulesTests
{
    [Fact]
    public void A_long_text_becomes_several_messages_unless_only_one_may_be_sent()
    {
        var text = string.Join(' ', Enumerable.Repeat("Tu compra ya está en camino.", 20));
        TextRules.Prepare(text, 350, single: false, hasFiles: false).Parts.Count.ShouldBe(2);
        TextRules.Prepare(text, 350, single: true, hasFiles: false).Blocks.ShouldHaveSingleItem().Cause.ShouldBe(SendCause.TextTooLong);
        TextRules.Prepare(text, 3500, single: true, hasFiles: false).Parts.ShouldHaveSingleItem();
        TextRules.Prepare(text, 0, single: false, hasFiles: false).Parts.Count.ShouldBe(2);
    }

    [Fact]
    public void Nothing_to_say_needs_a_file()
    {
        TextRules.Prepare(" \u200B\n", 350, single: false, hasFiles: false).Blocks.ShouldHaveSingleItem().Cause.ShouldBe(SendCause.TextEmpty);
        TextRules.Prepare("", 350, single: false, hasFiles: true).Blocks.ShouldBeEmpty();
    }

    [Fact]
    public void Characters_that_nothing_can_stand_for_are_named_instead_of_dropped() =>
        TextRules.Prepare("Obrigado 你好", 350, single: false, hasFiles: false).Blocks.ShouldHaveSingleItem().What("en").ShouldContain("你 好");
}
