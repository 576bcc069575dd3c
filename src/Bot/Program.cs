using MeliBot.Bot.Commands;

return await MeliBotCommand.Create().Parse(args).InvokeAsync();
