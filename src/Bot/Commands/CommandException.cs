namespace MeliBot.Bot.Commands;

/// <summary>A command that can't do what was asked, told to the person who asked: what happened, why, what to do.</summary>
public sealed class CommandException(string what, string why, string whatToDo, int exitCode = 1, Exception? inner = null) : Exception(what, inner)
{
    public string What { get; } = what;

    public string Why { get; } = why;

    public string WhatToDo { get; } = whatToDo;

    public int ExitCode { get; } = exitCode;
}
