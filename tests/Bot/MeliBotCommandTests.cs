using MeliBot.Bot.Commands;

namespace MeliBot.Bot.Tests;

public sealed class MeliBotCommandTests
{
    [Fact]
    public void Every_command_is_listed_under_the_name_that_it_has() =>
        MeliBotCommand.All.Select(command => command.Create().Name).ShouldBe(MeliBotCommand.All.Select(command => command.Name));

    [Fact]
    public void A_line_that_begins_with_a_commands_name_makes_that_one_alone()
    {
        MeliBotCommand.Create(["dialogs", "check"]).Subcommands.Select(command => command.Name).ShouldBe(["dialogs"]);
        MeliBotCommand.Create([]).Subcommands.Count.ShouldBe(MeliBotCommand.All.Count);
        MeliBotCommand.Create(["dialog"]).Subcommands.Count.ShouldBe(MeliBotCommand.All.Count);
    }
}
