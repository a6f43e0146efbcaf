import gongwen = require("gongwen");
import slim = require("gongwen/slim");

export const document: gongwen.Document = gongwen.parse("一、重大意义");
slim.initSync(new Uint8Array(8));
